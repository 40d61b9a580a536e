/// Measurements in Prometheus' text format, version 0.0.4: what a process answers when it is asked how it is.
public struct MetricsText: Sendable {
    /// The media type of the text.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What a measurement is, as the format names it.
    public enum Kind: String, Sendable {
        /// Only grows, until the process ends.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts by size.
        case histogram
    }

    /// Names and values; a value may be any text.
    public typealias Labels = [(name: StaticString, value: String)]

    /// UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// No measurement yet.
    public init() {}

    /// All samples of one name, together, as the format demands. A name without samples is not mentioned.
    ///
    /// - Parameters:
    ///   - name: with its unit, and `_total` where it is a counter.
    ///   - help: one line without backslashes.
    public mutating func family(
        _ name: StaticString, _ kind: Kind, _ help: StaticString, _ samples: (inout Samples) -> Void
    ) {
        var collected = Samples(name: "\(name)")
        samples(&collected)
        guard !collected.text.isEmpty else { return }
        bytes.append(contentsOf: "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n".utf8)
        bytes.append(contentsOf: collected.text.utf8)
    }

    /// A family of one sample without labels; nothing where there is no value.
    public mutating func single(_ name: StaticString, _ kind: Kind, _ help: StaticString, _ value: Double?) {
        family(name, kind, help) { samples in
            if let value { samples.add(value) }
        }
    }

    /// The samples of one family.
    public struct Samples {
        fileprivate let name: String
        fileprivate var text = ""

        /// A sample. What is no number is left out.
        public mutating func add(_ value: Double, _ labels: Labels = []) {
            add(value, suffix: "", labels)
        }

        /// The samples of a histogram.
        public mutating func add(_ histogram: LatencyHistogram, _ labels: Labels = []) {
            var count: Int64 = 0
            for (bound, inBucket) in zip(LatencyHistogram.bounds, histogram.counts) {
                count += inBucket
                add(Double(count), suffix: "_bucket", labels + [("le", MetricsText.number(bound))])
            }
            add(Double(histogram.count), suffix: "_bucket", labels + [("le", "+Inf")])
            add(histogram.sum, suffix: "_sum", labels)
            add(Double(histogram.count), suffix: "_count", labels)
        }

        private mutating func add(_ value: Double, suffix: String, _ labels: Labels) {
            guard value.isFinite else { return }
            let list = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
            text += name + suffix + (list.isEmpty ? "" : "{\(list)}") + " \(MetricsText.number(value))\n"
        }

        private static func escaped(_ value: String) -> String {
            var text = ""
            for character in value.unicodeScalars {
                switch character {
                case "\\": text += "\\\\"
                case "\"": text += "\\\""
                case "\n": text += "\\n"
                default: text.unicodeScalars.append(character)
                }
            }
            return text
        }
    }

    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
