package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The columns of a fact that is kept like a book: changes add entries, and a reversal cancels what
/// was entered before.
public final class BookEntries {

    /// The number of the entry, from 1, among those of its grain.
    public static final ColumnName ENTRY = column("entry");

    /// One of [#ORIGINAL], [#REVERSAL] and [#CORRECTION].
    public static final ColumnName ENTRY_KIND = column("entry_kind");

    /// When the change that made the entry happened.
    public static final ColumnName BOOKED_AT = column("booked_at");

    /// The first entry of a grain.
    public static final String ORIGINAL = "original";

    /// Cancels the entry before it.
    public static final String REVERSAL = "reversal";

    /// What holds from then on.
    public static final String CORRECTION = "correction";

    /// Names of columns, or text in quotes, which is left alone; functions are followed by a
    /// bracket.
    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*(?!\\s*\\(|\\w)");

    private static final String CANCELLED =
            "case when %s = '%s' then -(%%1$s) else (%%1$s) end".formatted(ENTRY_KIND, REVERSAL);

    private BookEntries() {}

    /// Whether the fact is kept like a book.
    public static boolean areIn(Fact fact) {
        return fact.kind() instanceof FactKind.Transaction(var changes) && changes == FactKind.Changes.REVERSE;
    }

    /// The columns of entries, in table order; none for a fact that is not kept like a book.
    static List<Column> columnsOf(Fact fact) {
        return areIn(fact)
                ? List.of(
                        Column.required(ENTRY, new LogicalType.Int(), "Number of the entry in its grain, from 1"),
                        Column.required(ENTRY_KIND, new LogicalType.Text(), "original, reversal or correction"),
                        Column.required(BOOKED_AT, new LogicalType.Timestamp(), "When the change happened"))
                : List.of();
    }

    /// The names of the stored inputs that a reversal shows with the opposite sign.
    public static Set<ColumnName> negated(Fact fact) {
        return fact.measures().stream()
                .filter(measure -> measure.source() instanceof Measure.Source.Input && isCancelled(measure))
                .map(Measure::name)
                .collect(Collectors.toSet());
    }

    /// The expression of a measure over columns some of which a reversal shows with the opposite
    /// sign: computed from what they were before, and negated once if the measure is to cancel.
    static String computed(Fact fact, Measure measure, String expression) {
        Set<String> negated = negated(fact).stream().map(ColumnName::value).collect(Collectors.toSet());
        String restored = WORD.matcher(expression)
                .replaceAll(word -> Matcher.quoteReplacement(
                        negated.contains(word.group().toLowerCase(Locale.ROOT))
                                ? "(" + CANCELLED.formatted(word.group()) + ")"
                                : word.group()));
        return isCancelled(measure) ? CANCELLED.formatted(restored) : restored;
    }

    private static boolean isCancelled(Measure measure) {
        return switch (measure.additivity()) {
            case Additivity.Additive(), Additivity.SemiAdditive(var _) -> true;
            case Additivity.NotAdditive() -> false;
        };
    }
}
