internal import CMalloc

/// How this process deals with memory that it has freed.
public enum Memory {
    /// Keeps what is freed for the next block, in one heap for all threads, until ``trim()``.
    ///
    /// Building a snapshot takes and frees as much as it keeps several times over. Left alone, glibc gives large blocks back at
    /// once, so that each page of the next one is a fault (a third of the time of scoring), and keeps the rest for each thread
    /// apart (more than the snapshot itself). Call it before the first large block.
    public static func keepFreedBlocks() {
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, Int32.max)
        mallopt(M_ARENA_MAX, 1)
    }

    /// Gives all that is free back to the system.
    public static func trim() {
        malloc_trim(0)
    }
}
