import Markup

/// One figure with its name and what it is of.
enum Fact {
    static func view(_ name: String, _ value: String?, note: String, isAmber: Bool = false) -> Node {
        div(.class("fact", isAmber ? "fact-top" : nil)) {
            dt { name }
            dd {
                Node.known(value)
                small { note }
            }
        }
    }
}
