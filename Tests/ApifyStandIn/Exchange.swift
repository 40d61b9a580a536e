/// One request, and where it stands among all of them.
package struct Exchange: Sendable {
    /// Its number among all requests, from 1, in the order in which their heads were read.
    package let ordinal: Int
    /// Its number among those for the same operation, from 1.
    package let turn: Int
    /// What it asks for.
    package let operation: Operation
    /// `GET`, `POST` ...
    package let method: String
    /// The path as it was sent, without the query.
    package let path: String
    /// The query, decoded; of a repeated name the last value.
    package let query: [String: String]
    /// The request line and the headers, exactly as received.
    package let head: String
    /// The number of the connection that it came over, from 1.
    package let connection: Int
}
