import Glibc

/// What this process is called and where it runs.
public enum CurrentProcess {
    /// Its number.
    public static var identifier: Int32 { getpid() }

    /// The path of the program that it runs. Throws `SystemError`.
    public static func executablePath() throws(SystemError) -> String {
        let link = "/proc/self/exe"
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlink(link, &path, path.count)
        guard length >= 0 else { throw .last("read", path: link) }
        return String(decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The name of the machine.
    public static var hostName: String {
        var name = [CChar](repeating: 0, count: Int(HOST_NAME_MAX) + 1)
        guard unsafe gethostname(&name, name.count) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
