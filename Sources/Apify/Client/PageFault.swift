/// Why an answer with status 200 is no page of a dataset.
enum PageFault: Error, Equatable, CustomStringConvertible {
    case notJSONLines
    case noTotal
    case errorInPlaceOfItems
    case moreThan(items: Int)
    case longerThan(bytes: Int)
    case cutOff
    /// With `clean` a page may be short, but then it is so each time.
    case fewer(items: Int, of: Int)

    var description: String {
        switch self {
        case .notJSONLines: "the answer is no JSON lines by its type"
        case .noTotal: "the answer does not say how many items there are"
        case .errorInPlaceOfItems: "an error came in place of items"
        case .moreThan(let items): "more lines came than the \(items) of the page"
        case .longerThan(let bytes): "the page is longer than the \(bytes) bytes that its items may have"
        case .cutOff: "the page ends inside an item"
        case .fewer(let items, let expected): "\(items) items came where there should be \(expected)"
        }
    }
}
