package dev.startide.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// An instant as people write it: a day, or a time in UTC.
final class TimeOption {

    private TimeOption() {}

    /// Reads the value of an option.
    ///
    /// @param otherwise what holds if the option was not given
    static Instant read(String option, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s must look like 2026-03-15 or 2026-03-15T12:00:00Z, not '%s'.".formatted(option, text),
                    wrong);
        }
    }
}
