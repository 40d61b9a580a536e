/// How a form is sent.
public enum FormMethod: Sendable {
    /// The fields become the address's query.
    case get
    /// The fields become the request's body.
    case post
}
