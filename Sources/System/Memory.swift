internal import CMalloc

/// How this process deals with memory.
public enum Memory {
    /// Gives every large block back to the system as soon as it is freed. Otherwise glibc keeps blocks of up to 32 MB once one of
    /// that size was freed, and each thread's apart: after some snapshots that is more than the snapshots themselves.
    ///
    /// Call it before the first large block.
    public static func returnLargeBlocks() {
        mallopt(M_MMAP_THRESHOLD, 1 << 20)
    }
}
