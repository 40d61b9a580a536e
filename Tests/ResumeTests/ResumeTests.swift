import Testing

/// What is left of a run that was broken off, and what the next one makes of it, with the programs as they are installed:
/// `make build` comes first. All of it takes what the machine has, so it comes one at a time.
///
/// A run's steps are counted over its questions to Apify and its statements together, each twice: before the other side knows of
/// it, and after the other side has done it and before the program is told. Twenty of them, drawn by lot, are tried;
/// `SHORTPULSE_SOAK=1` tries all, and `SHORTPULSE_KILL_POINT=N` the one that a failure names.
@Suite(.serialized, .sharedDatabases)
enum ResumeTests {}
