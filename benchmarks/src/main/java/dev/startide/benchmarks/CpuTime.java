package dev.startide.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processor time that has been used, by this process and by PostgreSQL with all its processes.
///
/// Read from `/proc`, so on Linux only; elsewhere PostgreSQL's share is zero.
///
/// @param jvmMillis of this process
/// @param postgresMillis of the server, sessions that have ended included
record CpuTime(long jvmMillis, long postgresMillis) {

    /// Linux reports times in hundredths of a second (`USER_HZ`) whatever the kernel's own tick.
    private static final long MILLIS_A_TICK = 10;

    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    static CpuTime now() {
        long jvm = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("The processor time of this process is not known"))
                .toMillis();
        return new CpuTime(jvm, postgresTicks() * MILLIS_A_TICK);
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(jvmMillis - earlier.jvmMillis, postgresMillis - earlier.postgresMillis);
    }

    private static long postgresTicks() {
        long own = ManagementFactory.getRuntimeMXBean().getPid();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(path -> !path.getFileName().toString().equals(Long.toString(own)))
                    .mapToLong(CpuTime::ticksOfPostgres)
                    .sum();
        } catch (IOException noProc) {
            return 0;
        }
    }

    /// User and system time of the process and of its children that have ended.
    private static long ticksOfPostgres(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            if (!stat.contains("(postgres)")) {
                return 0;
            }
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return fields.subList(UTIME, CSTIME + 1).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
