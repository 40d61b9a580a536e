import Markup

/// Stand-in until the pages exist.
enum NoticePage {
    /// The whole page as UTF-8.
    static func html(_ notice: Notice) -> [UInt8] {
        document {
            title(notice.title)
        } body: {
            h1 { notice.title }
            p { notice.detail }
        }.render()
    }
}
