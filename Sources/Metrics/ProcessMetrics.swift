public import System

extension MetricsText {
    /// What every process of Prometheus' clients tells of itself, by the same names.
    public mutating func process(_ usage: ProcessUsage) {
        single(
            "process_start_time_seconds", .gauge, "When the process started, in seconds since 1970.", usage.startTime)
        single("process_cpu_seconds_total", .counter, "CPU time, user and system.", usage.cpuSeconds)
        single("process_resident_memory_bytes", .gauge, "Resident memory.", usage.residentBytes.map(Double.init))
        single("process_open_fds", .gauge, "Open file descriptors.", usage.openDescriptors.map(Double.init))
        single("process_max_fds", .gauge, "How many may be open.", usage.descriptorLimit.map(Double.init))
    }
}
