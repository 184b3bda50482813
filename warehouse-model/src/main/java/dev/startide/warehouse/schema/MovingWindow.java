package dev.startide.warehouse.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is made of a column over the rows of a span of time that moves on with each row.
///
/// @param zone the time zone by which days are counted, so that a day is as long as its clock says
public record MovingWindow(Function function, ColumnName of, Span over, String zone) {

    /// What is made of the values.
    public enum Function {
        SUM,
        MIN,
        MAX,
        AVG,
        COUNT;

        /// The word by which a model file and SQL name it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether only numbers can go into it.
        public boolean needsNumbers() {
            return this == SUM || this == AVG;
        }
    }

    /// What a span is counted in.
    public enum Unit {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR;

        /// The word by which a model file and SQL name it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// So many days, weeks, months or years.
    ///
    /// @param count at least 1
    public record Span(int count, Unit unit) {

        private static final int MOST = 10_000;
        private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) ([a-z]+)");

        public Span {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("A span has 1 to %d units, not %d".formatted(MOST, count));
            }
        }

        /// A span as a model says it: `52 weeks`, `1 day`.
        public static Optional<Span> of(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            int count = Integer.parseInt(form.group(1));
            String word = form.group(2);
            return Arrays.stream(Unit.values())
                    .filter(unit -> word.equals(unit.word()) || word.equals(unit.word() + "s"))
                    .filter(_ -> count >= 1 && count <= MOST)
                    .map(unit -> new Span(count, unit))
                    .findFirst();
        }

        /// The words that name units, as a model says them.
        public static List<String> units() {
            return Arrays.stream(Unit.values()).map(unit -> unit.word() + "s").toList();
        }

        @Override
        public String toString() {
            return "%d %s".formatted(count, unit.word());
        }
    }
}
