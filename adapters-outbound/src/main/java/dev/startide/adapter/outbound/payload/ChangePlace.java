package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.quality.Rejection.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a change was made, and where it stands in the log of its database.
///
/// The time is that of `source`, which is the database's own. The time beside it is when the
/// connector came by: another one if the same change is sent again.
///
/// @param made empty if the envelope does not say
/// @param sequence grows with the log; 0 if the envelope says nothing that does
record ChangePlace(Optional<Instant> made, long sequence) {

    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000_000_000;
    private static final long NANOS_OF_A_MICRO = 1_000;

    private static final int HEXADECIMAL = 16;

    /// Of 63 bits, the binary log's number has those that its position of at most 2 TiB leaves.
    private static final int POSITION_BITS = 41;

    /// Of 63 bits, 24 for the virtual log file, 23 for the block in it, 16 for the slot.
    private static final int SLOT_BITS = 16;

    private static final int BLOCK_BITS = 23;

    static ChangePlace of(Map<String, @Nullable Object> envelope) {
        Map<String, @Nullable Object> source =
                envelope.get("source") instanceof Map<?, ?> said ? Trees.object(said, "source") : Map.of();
        return new ChangePlace(made(source), sequence(source));
    }

    /// @throws Refusal if the envelope does not say
    Instant requiredTime() {
        return made.orElseThrow(() -> Refusal.because(
                Reason.FIELD_MISSING, "source.ts_ms is required in the envelope, as the time of the change"));
    }

    private static Optional<Instant> made(Map<String, @Nullable Object> source) {
        return instant(source.get("ts_us"), MICROS)
                .or(() -> instant(source.get("ts_ns"), NANOS))
                .or(() -> instant(source.get("ts_ms"), 1_000));
    }

    private static Optional<Instant> instant(@Nullable Object said, long perSecond) {
        return switch (said) {
            case Scalar.Whole(long count) -> Optional.of(instant(count, perSecond));
            case Scalar.Moment(Instant at) -> Optional.of(at);
            case null, default -> Optional.empty();
        };
    }

    /// Nanoseconds are cut to microseconds, so that it does not matter which of them is said.
    private static Instant instant(long count, long perSecond) {
        long nanos = Math.floorMod(count, perSecond) * (NANOS / perSecond);
        return Instant.ofEpochSecond(Math.floorDiv(count, perSecond), nanos - nanos % NANOS_OF_A_MICRO);
    }

    private static long sequence(Map<String, @Nullable Object> source) {
        if (source.get("lsn") instanceof Scalar.Whole(long lsn)) {
            return lsn;
        }
        if (source.get("file") instanceof Scalar.Text(String file)
                && source.get("pos") instanceof Scalar.Whole(long position)) {
            return binaryLog(file, position);
        }
        if (source.get("change_lsn") instanceof Scalar.Text(String lsn)) {
            return threeParts(lsn.split(":", -1));
        }
        return number(source.get("scn")).or(() -> number(source.get("ord"))).orElse(0L);
    }

    /// MySQL and MariaDB: `mysql-bin.000042` and a position in it.
    private static long binaryLog(String file, long position) {
        long number = parsed(file.substring(file.lastIndexOf('.') + 1), 10);
        return fits(number, Long.SIZE - 1 - POSITION_BITS) && fits(position, POSITION_BITS)
                ? number << POSITION_BITS | position
                : 0;
    }

    /// SQL Server and Db2: `00000027:00000758:0005`.
    private static long threeParts(String[] parts) {
        if (parts.length != 3) {
            return 0;
        }
        List<Long> numbers =
                List.of(parsed(parts[0], HEXADECIMAL), parsed(parts[1], HEXADECIMAL), parsed(parts[2], HEXADECIMAL));
        boolean fit = fits(numbers.get(0), Long.SIZE - 1 - BLOCK_BITS - SLOT_BITS)
                && fits(numbers.get(1), BLOCK_BITS)
                && fits(numbers.get(2), SLOT_BITS);
        return fit ? (numbers.get(0) << BLOCK_BITS | numbers.get(1)) << SLOT_BITS | numbers.get(2) : 0;
    }

    private static boolean fits(long number, int bits) {
        return number >= 0 && number >>> bits == 0;
    }

    private static Optional<Long> number(@Nullable Object said) {
        return switch (said) {
            case Scalar.Whole(long number) -> Optional.of(number);
            case Scalar.Text(String text) -> Optional.of(Math.max(parsed(text, 10), 0));
            case Scalar.Exact(BigDecimal _) -> Optional.of(0L);
            case null, default -> Optional.empty();
        };
    }

    /// @return -1 if it is no such number
    private static long parsed(String digits, int radix) {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException other) {
            return -1;
        }
    }
}
