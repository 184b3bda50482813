package dev.startide.adapter.outbound.postgres.copy;

import java.math.BigDecimal;

/// `numeric` as PostgreSQL sends it: digits in base 10,000, how many of them stand before the
/// point, the sign, and how many decimals are shown. Exact for every value.
final class NumericEncoding {

    private static final int BASE = 10_000;

    /// Decimal digits in a digit of base 10,000.
    private static final int WIDTH = 4;

    /// Every unscaled value of so many decimal digits fits a `long`.
    private static final int LONG_PRECISION = 18;

    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;
    private static final int HEADER_BYTES = 4 * Short.BYTES;
    private static final int[] POWERS = {1, 10, 100, 1_000};

    private NumericEncoding() {}

    static void write(CopyBuffer out, BigDecimal number) {
        BigDecimal value = number.scale() < 0 ? number.setScale(0) : number;
        if (value.precision() <= LONG_PRECISION) {
            writeLong(out, value.scaleByPowerOfTen(value.scale()).longValueExact(), value.scale());
        } else {
            writeBig(out, value);
        }
    }

    private static void writeLong(CopyBuffer out, long unscaled, int scale) {
        long rest = Math.abs(unscaled);
        int partial = scale % WIDTH;
        int count = digits(rest, partial);
        header(out, count, scale, unscaled < 0);
        int end = out.length() + count * Short.BYTES;
        byte[] bytes = out.reserve(count * Short.BYTES);
        int at = end;
        if (partial > 0 && count > 0) {
            at = putDigit(bytes, at, (int) (rest % POWERS[partial]) * POWERS[WIDTH - partial]);
            rest /= POWERS[partial];
        }
        while (at > out.length()) {
            at = putDigit(bytes, at, (int) (rest % BASE));
            rest /= BASE;
        }
        out.advanceTo(end);
    }

    /// How many digits of base 10,000 there are, if the last one holds only `partial` decimals.
    private static int digits(long value, int partial) {
        if (value == 0) {
            return 0;
        }
        int count = partial > 0 ? 1 : 0;
        for (long rest = value / POWERS[partial]; rest > 0; rest /= BASE) {
            count++;
        }
        return count;
    }

    private static int putDigit(byte[] bytes, int end, int digit) {
        bytes[end - 2] = (byte) (digit >> Byte.SIZE);
        bytes[end - 1] = (byte) digit;
        return end - Short.BYTES;
    }

    private static void writeBig(CopyBuffer out, BigDecimal value) {
        String decimals = value.unscaledValue().abs().toString();
        int padding = (WIDTH - value.scale() % WIDTH) % WIDTH;
        int aligned = decimals.length() + padding;
        int count = (aligned + WIDTH - 1) / WIDTH;
        header(out, count, value.scale(), value.signum() < 0);
        int lead = count * WIDTH - aligned;
        for (int digit = 0; digit < count; digit++) {
            out.putShort(digitAt(decimals, digit * WIDTH - lead));
        }
    }

    private static int digitAt(String decimals, int start) {
        int digit = 0;
        for (int index = start; index < start + WIDTH; index++) {
            boolean inside = index >= 0 && index < decimals.length();
            digit = digit * 10 + (inside ? decimals.charAt(index) - '0' : 0);
        }
        return digit;
    }

    private static void header(CopyBuffer out, int count, int scale, boolean negative) {
        int fraction = (scale + WIDTH - 1) / WIDTH;
        out.putInt(HEADER_BYTES + count * Short.BYTES);
        out.putShort(count);
        out.putShort(count == 0 ? 0 : count - fraction - 1);
        out.putShort(negative ? NEGATIVE : POSITIVE);
        out.putShort(scale);
    }
}
