import RunningStack
import Testing

/// Everything that needs the whole stack, as `make run` starts it. One at a time: some of it measures time.
@Suite(.serialized)
enum EndToEndTests {}
