import Glibc

extension Thread {
    /// Lets every other thread of the machine go before the calling one, and before those that it starts from now on: work that
    /// nobody waits for must not take a core from a request. Linux counts this per thread.
    public static func yieldPriority() {
        // Where the system refuses, the work is done all the same.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    }
}
