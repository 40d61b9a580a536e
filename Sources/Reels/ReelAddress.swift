/// An address that may become a link: https, on one of the platform's own hosts, without user, password or port, and made
/// of the characters of an address alone. Addresses come from strangers; whatever is none of this stays text.
public struct ReelAddress: Hashable, Sendable {
    /// The address as received.
    public let text: String

    /// Longer ones are no reel's.
    private static let maximumLength = 2_048

    /// Nil unless `text` is safe to link to for `platform`.
    public init?(_ text: String, platform: Platform) {
        let scheme = "https://"
        guard text.utf8.count <= Self.maximumLength, text.utf8.starts(with: scheme.utf8),
            text.utf8.allSatisfy(Self.isAllowed)
        else { return nil }
        let afterScheme = text.utf8.dropFirst(scheme.utf8.count)
        let host = afterScheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let name = String(host)?.lowercased(), Self.isPlainHost(name),
            platform.hosts.contains(where: { name == $0 || name.hasSuffix("." + $0) })
        else { return nil }
        self.text = text
    }

    /// Labels of letters, digits and `-` with single dots between: no user, no password, no port.
    private static func isPlainHost(_ name: String) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.allSatisfy(isHostByte)
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Printable ASCII without the characters that RFC 3986 keeps out of addresses.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        guard byte > 0x20, byte < 0x7F else { return false }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return false
        default:
            return true
        }
    }
}

extension Platform {
    /// The registered domains under which the platform serves its own pages.
    public var hosts: [String] {
        switch self {
        case .instagram: ["instagram.com"]
        case .tiktok: ["tiktok.com"]
        case .youtube: ["youtube.com", "youtu.be"]
        }
    }
}
