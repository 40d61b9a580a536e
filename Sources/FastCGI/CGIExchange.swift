import System

/// A request that comes on one descriptor and is answered on another.
struct CGIExchange: GatewayExchange {
    let input: BorrowedDescriptor
    let output: BorrowedDescriptor

    /// As many bytes as were declared and no more: a CGI server need not close its end after them (RFC 3875, 4.2).
    func readBody(_ declared: DeclaredLength) throws(Refusal) -> [UInt8] {
        var body: [UInt8] = []
        do throws(SystemError) {
            while body.count < declared.count {
                let piece = try input.read(atMost: declared.count - body.count)
                if piece.isEmpty { break }
                body += piece
            }
        } catch {
            throw .incompleteBody
        }
        try declared.check(body)
        return body
    }

    func send(head: [UInt8], body: [UInt8]) throws(Refusal) {
        do throws(SystemError) {
            try output.write(head)
            try output.write(body)
        } catch {
            throw .abandonedAnswer
        }
    }
}
