package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processor time that has been used, by this process and by one PostgreSQL with all its processes.
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

    static CpuTime now(PostgresServer server) {
        long jvm = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("The processor time of this process is not known"))
                .toMillis();
        return new CpuTime(jvm, ticksOf(server.directory()) * MILLIS_A_TICK);
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(jvmMillis - earlier.jvmMillis, postgresMillis - earlier.postgresMillis);
    }

    /// All processes of a server work below its directory.
    private static long ticksOf(Path server) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            Path real = server.toRealPath();
            return processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(path -> worksIn(path, real))
                    .mapToLong(CpuTime::ticks)
                    .sum();
        } catch (IOException noProc) {
            return 0;
        }
    }

    private static boolean worksIn(Path process, Path directory) {
        try {
            return process.resolve("cwd").toRealPath().startsWith(directory);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /// User and system time of the process and of its children that have ended.
    private static long ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
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
