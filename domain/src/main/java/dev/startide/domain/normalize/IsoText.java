package dev.startide.domain.normalize;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Reads dates and times in ISO 8601's extended form, by hand: it is many times as fast as
/// [java.time.format.DateTimeFormatter], and stricter.
///
/// Fractions of a second may have any number of digits; those beyond the ninth do not count.
final class IsoText {

    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private IsoText(String text) {
        this.text = text;
    }

    /// @throws DateTimeException if it is no date
    static LocalDate date(String text) {
        IsoText scanner = new IsoText(text);
        LocalDate date = scanner.date();
        scanner.end();
        return date;
    }

    /// @throws DateTimeException if it is no time of day
    static LocalTime time(String text) {
        IsoText scanner = new IsoText(text);
        LocalTime time = scanner.time();
        scanner.end();
        return time;
    }

    /// @throws DateTimeException if it is no instant, for want of an offset or otherwise
    static Instant instant(String text) {
        IsoText scanner = new IsoText(text);
        LocalDate date = scanner.date();
        if (!scanner.takes('T') && !scanner.takes('t')) {
            throw new DateTimeException("T expected");
        }
        LocalTime time = scanner.time();
        ZoneOffset offset = scanner.offset();
        scanner.end();
        return date.atTime(time).toInstant(offset);
    }

    private LocalDate date() {
        int year = digits(4);
        require('-');
        int month = digits(2);
        require('-');
        return LocalDate.of(year, month, digits(2));
    }

    private LocalTime time() {
        int hour = digits(2);
        require(':');
        int minute = digits(2);
        int second = takes(':') ? digits(2) : 0;
        int nanos = takes('.') ? fraction() : 0;
        return LocalTime.of(hour, minute, second, nanos);
    }

    private int fraction() {
        int nanos = 0;
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - start < NANO_DIGITS) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        if (at == start) {
            throw new DateTimeException("Digits expected");
        }
        for (int digit = at - start; digit < NANO_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private ZoneOffset offset() {
        if (takes('Z') || takes('z')) {
            return ZoneOffset.UTC;
        }
        boolean west = takes('-');
        if (!west) {
            require('+');
        }
        int hours = digits(2);
        int minutes = takes(':') || at < text.length() ? digits(2) : 0;
        return west ? ZoneOffset.ofHoursMinutes(-hours, -minutes) : ZoneOffset.ofHoursMinutes(hours, minutes);
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            throw new DateTimeException("Digits expected");
        }
        int number = 0;
        for (int end = at + count; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                throw new DateTimeException("Digits expected");
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private boolean takes(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(char wanted) {
        if (!takes(wanted)) {
            throw new DateTimeException("%s expected".formatted(wanted));
        }
    }

    private void end() {
        if (at != text.length()) {
            throw new DateTimeException("End expected");
        }
    }
}
