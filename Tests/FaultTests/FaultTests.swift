import Testing

/// What machines do to an installation, a fault at a time, and what must come of it, with the programs as they are installed: `make
/// build` comes first. README.md says which fault is tried where. One at a time: each takes what the machine has.
@Suite(.serialized)
enum FaultTests {}
