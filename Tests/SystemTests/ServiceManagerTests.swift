import Glibc
import RunningStack
import System
import Testing

/// What a service tells systemd.
struct ServiceManagerTests {
    @Test func `a message comes as one datagram`() throws {
        let path = TemporaryPath()
        let manager = try ServiceManagerSocket(path: path.text)
        try ServiceManager.send("READY=1", to: path.text)
        #expect(manager.next(within: .zero) == "READY=1")
    }

    @Test func `a service manager that is gone is an error that names its socket`() {
        let path = TemporaryPath()
        let error = #expect(throws: SystemError.self) { try ServiceManager.send("READY=1", to: path.text) }
        #expect(error?.description.contains(path.text) == true)
    }

    @Test func `nobody is told where nobody wants to know`() async {
        await #expect(processExitsWith: .success) {
            unsafe unsetenv("NOTIFY_SOCKET")
            try ServiceManager.tellReady()
        }
    }

    @Test(arguments: [
        ("3000000", nil, Duration.milliseconds(1_500)), ("3000000", "", nil), ("0", nil, nil), ("soon", nil, nil),
    ])
    func `it is told twice in its time, if it means this process`(
        patience: String, number: String?, interval: Duration?
    ) async {
        await #expect(processExitsWith: .success) { [patience, number, interval] in
            unsafe setenv("NOTIFY_SOCKET", "/nowhere", 1)
            unsafe setenv("WATCHDOG_USEC", patience, 1)
            if let number { unsafe setenv("WATCHDOG_PID", number, 1) }
            try #require(ServiceManager.watchInterval == interval)
        }
    }

    @Test func `a number that is this process's own is meant`() async {
        await #expect(processExitsWith: .success) {
            unsafe setenv("NOTIFY_SOCKET", "/nowhere", 1)
            unsafe setenv("WATCHDOG_USEC", "20000000", 1)
            unsafe setenv("WATCHDOG_PID", "\(getpid())", 1)
            try #require(ServiceManager.watchInterval == .seconds(10))
        }
    }
}
