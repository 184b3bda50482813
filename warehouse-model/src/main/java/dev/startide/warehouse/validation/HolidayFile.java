package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.star.Holidays;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads holidays from a file beside the model: a day and a name on each line, with a comma
/// between. A first line `date,name`, empty lines and lines that begin with `#` are passed over.
final class HolidayFile {

    private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*");
    private static final String HEADER = "date,name";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Written file;
    private final Issues issues;
    private final TreeMap<LocalDate, String> days = new TreeMap<>();

    private HolidayFile(Written file, Issues issues) {
        this.file = file;
        this.issues = issues;
    }

    static Holidays read(Written file, FilesBeside files, Issues issues) {
        if (!file.isPresent()) {
            return new Holidays.None();
        }
        Optional<String> text =
                NAME.matcher(file.text()).matches() ? files.text(file.path(), file.text()) : Optional.empty();
        if (text.isEmpty()) {
            issues.error(
                    file,
                    "there is no file '%s' that can be read".formatted(file.text()),
                    "Put it beside the model, as UTF-8 text, and name it as seen from there.");
            return new Holidays.None();
        }
        return new HolidayFile(file, issues).read(text.get());
    }

    private Holidays read(String text) {
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> lines = start.lines().map(String::strip).toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            boolean isPassedOver =
                    line.isEmpty() || line.startsWith("#") || (index == 0 && line.equalsIgnoreCase(HEADER));
            if (!isPassedOver) {
                read(line, index + 1);
            }
        }
        return new Holidays.Named(days);
    }

    private void read(String line, int number) {
        int comma = line.indexOf(',');
        String name = comma < 0 ? "" : unquoted(line.substring(comma + 1).strip());
        if (name.isEmpty()) {
            complain(number, "has no name", "Write a day, a comma and a name, such as '2026-12-25,Christmas Day'.");
            return;
        }
        Optional<LocalDate> day = day(line.substring(0, comma).strip(), number);
        if (day.isPresent() && days.putIfAbsent(day.get(), name) != null) {
            complain(number, "'%s' is listed twice".formatted(day.get()), "Remove one of them, or join their names.");
        }
    }

    private Optional<LocalDate> day(String text, int number) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (CalendarLayout.isInBounds(day)) {
                return Optional.of(day);
            }
            complain(
                    number,
                    "%s is outside the years %d to %d"
                            .formatted(text, CalendarLayout.FIRST_YEAR, CalendarLayout.LAST_YEAR),
                    "Remove the line: no calendar has such a day.");
        } catch (DateTimeParseException noDay) {
            complain(number, "'%s' is no day".formatted(text), "Write it as 2026-12-25.");
        }
        return Optional.empty();
    }

    /// A name with a comma may stand in quotes, in which a quote is doubled.
    private static String unquoted(String name) {
        boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return isQuoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private void complain(int line, String problem, String remedy) {
        issues.error(file, "%s, line %d: %s".formatted(file.text(), line, problem), remedy);
    }
}
