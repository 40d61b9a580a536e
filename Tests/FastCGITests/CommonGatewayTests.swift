import FastCGI
import System
import Testing

struct CommonGatewayTests {
    @Test func `a request comes from the environment and is answered on the output`() throws {
        let answer = try serve(["REQUEST_METHOD": "GET", "REQUEST_URI": "/a%20b?x=1", "QUERY_STRING": "x=1"])
        #expect(answer.lines == ["Status: 200 OK", "Content-Type: text/plain", "Content-Length: 18"])
        #expect(answer.text == "GET /a%20b [x=1] 0")
    }

    @Test func `without an address the path is that of the script, encoded again`() throws {
        let answer = try serve(["REQUEST_METHOD": "GET", "SCRIPT_NAME": "/app", "PATH_INFO": "/a b/é"])
        #expect(answer.text == "GET /app/a%20b/%C3%A9 [] 0")
    }

    @Test func `as much of the input is read as was declared`() throws {
        let answer = try serve(
            ["REQUEST_METHOD": "POST", "REQUEST_URI": "/", "CONTENT_LENGTH": "5"], input: "hello and more")
        #expect(answer.text == "POST / [] 5")
    }

    @Test(arguments: [
        (["REQUEST_URI": "/"], "", 400),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "20"], "too short", 400),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "65537"], "", 413),
    ])
    func `a request that is no good is refused`(parameters: [String: String], input: String, status: Int) throws {
        #expect(try serve(parameters, input: input).status == status)
    }

    @Test func `this process was not started by a web server`() {
        #expect(!CommonGateway.isPresent)
    }

    private func serve(_ parameters: [String: String], input: String = "") throws -> Answer {
        let incoming = try FileDescriptor.pipe()
        try incoming.writing.write(input)
        let request = incoming.closingWriting()
        let outgoing = try FileDescriptor.pipe()
        CommonGateway.serve(
            parameters: parameters, input: request.borrowed, output: outgoing.writing.borrowed,
            handler: RunningResponder.echo)
        return Answer(try outgoing.closingWriting().readAll(limit: 1_000_000))
    }
}
