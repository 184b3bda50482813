package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import java.util.Locale;
import java.util.function.LongSupplier;

/// What one phase took.
///
/// @param count how many events or rows it was about
record Measured(String phase, String unit, long count, long millis, CpuTime cpu) {

    private static final double MILLIS_A_SECOND = 1_000.0;
    private static final double MICROS_A_MILLI = 1_000.0;

    /// Runs a phase, which says how many events or rows it was about.
    static Measured of(PostgresServer server, String phase, String unit, LongSupplier work) {
        CpuTime before = CpuTime.now(server);
        long start = System.nanoTime();
        long count = work.getAsLong();
        long millis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
        return new Measured(phase, unit, count, millis, CpuTime.now(server).since(before));
    }

    double perSecond() {
        return count * MILLIS_A_SECOND / millis;
    }

    /// As a row of a Markdown table.
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d %s | %.1f s | %,.0f %s/s | %.1f µs | %.1f µs |",
                phase,
                count,
                unit,
                millis / MILLIS_A_SECOND,
                perSecond(),
                unit,
                cpu.jvmMillis() * MICROS_A_MILLI / count,
                cpu.postgresMillis() * MICROS_A_MILLI / count);
    }
}
