/// Thrown where a request cannot be served; this is answered.
struct Refusal: Error {
    let answer: Answer
}
