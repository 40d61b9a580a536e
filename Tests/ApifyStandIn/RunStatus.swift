/// How far a run at Apify has come, or how it ended: the words of API version 2.
package enum RunStatus: String, Sendable {
    case ready = "READY"
    case running = "RUNNING"
    case timingOut = "TIMING-OUT"
    case aborting = "ABORTING"
    case succeeded = "SUCCEEDED"
    case failed = "FAILED"
    case timedOut = "TIMED-OUT"
    case aborted = "ABORTED"
}
