/// Whom a route's answers are for: it decides how errors look.
package enum Audience: Sendable {
    /// Pages: errors are pages.
    case people
    /// The API: errors are problem+json, except for browsers.
    case programs
    /// What watches the process, and reaches it by another way than the public.
    case monitors
}
