/// Attributes that any element may have.
extension Attribute {
    /// The element's name within the page.
    public static func id(_ id: String) -> Attribute { Attribute("id", text: id) }

    /// A class of the style sheet.
    public static func `class`(_ name: StaticString) -> Attribute { Attribute("class", static: name) }

    /// Several classes; nil ones are left out: `.class("badge", isTop ? "badge-top" : nil)`.
    public static func `class`(_ names: StaticString?...) -> Attribute {
        Attribute("class", .tokens(names.compactMap { $0 }))
    }

    /// A language tag such as `en`.
    public static func lang(_ tag: StaticString) -> Attribute { Attribute("lang", static: tag) }

    /// The direction follows the text itself: for text from outside.
    public static let dirAuto = Attribute("dir", static: "auto")

    /// A hint shown under the pointer. Say nothing here that is not said elsewhere: touch and keyboard do not reach it.
    public static func hint(_ text: String) -> Attribute { Attribute("title", text: text) }

    /// The element can be focused though it is no link or control.
    public static let focusable = Attribute("tabindex", static: "0")

    /// The element can be focused by a link to it, and not by the tab key.
    public static let focusableByLink = Attribute("tabindex", static: "-1")

    /// What stands before the cell where a narrow screen shows a row as a card.
    public static func cellLabel(_ text: StaticString) -> Attribute { Attribute("data-label", static: text) }
}

/// What assistive technology is told.
extension Attribute {
    /// What the element is, where its tag does not say so.
    public static func role(_ role: StaticString) -> Attribute { Attribute("role", static: role) }

    /// The element's name in words.
    public static func ariaLabel(_ text: String) -> Attribute { Attribute("aria-label", text: text) }

    /// The ids of the elements that name this one, separated by spaces.
    public static func ariaLabelledBy(_ ids: String) -> Attribute { Attribute("aria-labelledby", text: ids) }

    /// The ids of the elements that describe this one, separated by spaces.
    public static func ariaDescribedBy(_ ids: String) -> Attribute { Attribute("aria-describedby", text: ids) }

    /// The element is decoration, or said elsewhere.
    public static let ariaHidden = Attribute("aria-hidden", static: "true")

    /// The link leads to the page shown.
    public static func currentPage(when isCurrent: Bool) -> Attribute {
        Attribute("aria-current", isCurrent ? .fixed("page") : .absent)
    }

    /// The chosen one of several links or controls.
    public static func current(when isCurrent: Bool) -> Attribute {
        Attribute("aria-current", isCurrent ? .fixed("true") : .absent)
    }

    /// The table is sorted by the column of this heading.
    public static func sorted(isAscending: Bool) -> Attribute {
        Attribute("aria-sort", static: isAscending ? "ascending" : "descending")
    }

    /// The step that something has come to.
    public static func currentStep(when isCurrent: Bool) -> Attribute {
        Attribute("aria-current", isCurrent ? .fixed("step") : .absent)
    }
}
