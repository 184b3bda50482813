package dev.startide.domain.draft;

import static java.util.stream.Collectors.toCollection;

import dev.startide.domain.normalize.Conversions;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.JsonText;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.schema.LogicalType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The narrowest sensible type that all values of a field can be read as.
///
/// @param because why it is taken for that, as half a sentence
record TypeGuess(LogicalType type, String because) {

    private static final TypeGuess JSON = new TypeGuess(new LogicalType.Json(), "values are of several kinds");

    private static final List<TypeGuess> FORMS_OF_TEXT = List.of(
            new TypeGuess(new LogicalType.Uuid(), "each text is a UUID"),
            new TypeGuess(new LogicalType.Timestamp(), "each text is an instant in ISO 8601"),
            new TypeGuess(new LogicalType.Date(), "each text is a day in ISO 8601"),
            new TypeGuess(new LogicalType.Time(), "each text is a time of day in ISO 8601"),
            new TypeGuess(new LogicalType.Text(), "values are text"));

    private enum Kind {
        TEXT,
        WHOLE,
        EXACT,
        FLOATING,
        OTHER
    }

    /// The type of single values; empty if there is none that all of them can be read as.
    static Optional<TypeGuess> of(Collection<Scalar> values) {
        Set<Kind> kinds = values.stream().map(TypeGuess::kind).collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
        return Stream.concat(candidates(kinds, values), Stream.of(JSON))
                .filter(guess -> values.stream().allMatch(value -> isRead(value, guess.type())))
                .findFirst();
    }

    /// What objects, lists and everything else can be read as, as long as a database can hold its text.
    static Optional<TypeGuess> ofTrees(Collection<?> trees, String because) {
        return trees.stream().allMatch(tree -> JsonText.ofTree(tree) instanceof Converted.Value)
                ? Optional.of(new TypeGuess(new LogicalType.Json(), because))
                : Optional.empty();
    }

    private static boolean isRead(Scalar value, LogicalType type) {
        return Conversions.convert(value, type) instanceof Converted.Value;
    }

    private static Stream<TypeGuess> candidates(Set<Kind> kinds, Collection<Scalar> values) {
        if (kinds.equals(EnumSet.of(Kind.TEXT))) {
            return FORMS_OF_TEXT.stream();
        }
        if (kinds.equals(EnumSet.of(Kind.TEXT, Kind.WHOLE))) {
            return Stream.of(new TypeGuess(new LogicalType.Text(), "values are text and whole numbers"));
        }
        if (kinds.contains(Kind.TEXT)) {
            return Stream.empty();
        }
        return kinds.contains(Kind.OTHER) ? others() : NumberGuess.candidates(values);
    }

    private static Stream<TypeGuess> others() {
        return Stream.of(
                new TypeGuess(new LogicalType.Bool(), "values are true and false"),
                new TypeGuess(new LogicalType.Date(), "values are days"),
                new TypeGuess(new LogicalType.Time(), "values are times of day"),
                new TypeGuess(new LogicalType.Timestamp(), "values are instants"),
                new TypeGuess(new LogicalType.Uuid(), "values are UUIDs"),
                new TypeGuess(new LogicalType.Bytes(), "values are bytes"));
    }

    private static Kind kind(Scalar value) {
        return switch (value) {
            case Scalar.Text _ -> Kind.TEXT;
            case Scalar.Whole _ -> Kind.WHOLE;
            case Scalar.Exact _ -> Kind.EXACT;
            case Scalar.Floating _ -> Kind.FLOATING;
            case Scalar.Truth _,
                    Scalar.Binary _,
                    Scalar.Day _,
                    Scalar.TimeOfDay _,
                    Scalar.Moment _,
                    Scalar.Id _,
                    Scalar.Document _,
                    Scalar.Other _ -> Kind.OTHER;
        };
    }
}
