import Glibc

extension Thread {
    /// Lets other threads of the machine go before the calling one, and before those that it starts from now on: work that nobody
    /// waits for must not take a core from a request. Called again it yields further. Linux counts this per thread.
    public static func yieldPriority() {
        let which = __priority_which_t(PRIO_PROCESS.rawValue)
        // Where the system refuses, the work is done all the same.
        _ = setpriority(which, 0, min(getpriority(which, 0) + 9, 19))
    }
}
