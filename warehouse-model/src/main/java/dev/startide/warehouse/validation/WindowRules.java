package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.Renaming;
import dev.startide.warehouse.declaration.MartDeclaration.WindowDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.MovingWindow;
import dev.startide.warehouse.schema.MovingWindow.Function;
import dev.startide.warehouse.schema.MovingWindow.Span;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Values that look back from a row over those of some time: `{ max: high, over: 52 weeks, per:
/// security }`.
final class WindowRules {

    private static final String EXAMPLE = "such as 'max: price'";

    private final FactDraft fact;
    private final ZoneId zone;
    private final Issues issues;

    WindowRules(FactDraft fact, ZoneId zone, Issues issues) {
        this.fact = fact;
        this.zone = zone;
        this.issues = issues;
    }

    /// The window that is meant; whatever is wrong with it is told of.
    Optional<Mart.Window> find(MeasureDeclaration measure, WindowDeclaration window) {
        boolean named = Names.checkColumn(measure.name(), issues);
        Optional<Renaming> function = function(measure, window);
        Optional<Span> over = over(measure, window);
        Names.checkDistinct(window.per(), issues);
        List<ColumnName> per =
                window.per().stream().flatMap(each -> partition(each).stream()).toList();
        if (!named || function.isEmpty() || over.isEmpty()) {
            return Optional.empty();
        }
        Function kind = kindOf(function.get());
        Written column = function.get().inFact();
        return isFit(kind, column, window.per())
                ? Optional.of(new Mart.Window(
                        new ColumnName(measure.name().text()),
                        new MovingWindow(kind, new ColumnName(column.text()), over.get(), zone.getId()),
                        per,
                        measure.description().text()))
                : Optional.empty();
    }

    private Optional<Renaming> function(MeasureDeclaration measure, WindowDeclaration window) {
        if (window.functions().isEmpty()) {
            issues.error(
                    measure.name(),
                    "does not say what is made of which column",
                    "Write sum, min, max, avg or count with a column, %s.".formatted(EXAMPLE));
            return Optional.empty();
        }
        window.functions().stream()
                .skip(1)
                .forEach(more -> issues.error(
                        more.name(),
                        "a window shows one value, and '%s' is there already"
                                .formatted(window.functions().getFirst().name().text()),
                        "Declare a measure for each."));
        return Optional.of(window.functions().getFirst());
    }

    private Optional<Span> over(MeasureDeclaration measure, WindowDeclaration window) {
        if (!window.over().isPresent()) {
            issues.error(measure.name(), "has no 'over'", "Say how far it looks back, such as 'over: 52 weeks'.");
            return Optional.empty();
        }
        Optional<Span> span = Span.of(window.over().text());
        if (span.isEmpty()) {
            issues.error(
                    window.over(),
                    "'%s' is no span of time".formatted(window.over().text()),
                    "Write a whole number from 1 to 10000 and one of %s, such as '52 weeks'."
                            .formatted(String.join(", ", Span.units())));
        }
        return span;
    }

    /// A role or a column, as the column of the fact that tells its rows apart.
    private Optional<ColumnName> partition(Written per) {
        Optional<Role> role = fact.fact().roles().stream()
                .filter(each -> each.name().value().equals(per.text()))
                .filter(each -> !(each instanceof Role.OfBridge))
                .findFirst();
        if (role.isPresent()) {
            return role.map(each ->
                    each instanceof Role.OfMember member ? FactLayout.durableKeyOf(member) : FactLayout.keyOf(each));
        }
        if (columns().contains(per.text())) {
            return Optional.of(new ColumnName(per.text()));
        }
        List<String> known = Stream.concat(rolesOfOne(), columns().stream()).toList();
        issues.error(
                per,
                "fact %s has neither a role nor a column '%s'"
                        .formatted(fact.fact().name(), per.text()),
                Suggestion.sentence(per.text(), known, "Leave it out."));
        return Optional.empty();
    }

    private Stream<String> rolesOfOne() {
        return fact.fact().roles().stream()
                .filter(each -> !(each instanceof Role.OfBridge))
                .map(each -> each.name().value());
    }

    private List<String> columns() {
        List<String> names = new ArrayList<>();
        fact.columns().keySet().stream()
                .map(ColumnName::value)
                .filter(column -> !column.endsWith("_key"))
                .forEach(names::add);
        return names;
    }

    private boolean isFit(Function kind, Written column, List<Written> per) {
        if (!columns().contains(column.text())) {
            issues.error(
                    column,
                    "fact %s has no column '%s'".formatted(fact.fact().name(), column.text()),
                    Suggestion.sentence(column.text(), columns(), "Declare it under 'measures' of the fact."));
            return false;
        }
        LogicalType type = Objects.requireNonNull(fact.columns().get(new ColumnName(column.text())));
        boolean fits = kind == Function.COUNT || (kind.needsNumbers() ? type.isNumeric() : isOrdered(type));
        if (!fits) {
            issues.error(
                    column,
                    "column '%s' is %s, of which there is no %s".formatted(column.text(), type.sqlName(), kind.word()),
                    "Use count, or another column.");
        }
        if (kind == Function.SUM) {
            checkSum(column, per);
        }
        return fits;
    }

    private static boolean isOrdered(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool _, LogicalType.Json _, LogicalType.Uuid _, LogicalType.Bytes _ -> false;
            case LogicalType.Text _,
                    LogicalType.Varchar _,
                    LogicalType.Int _,
                    LogicalType.BigInt _,
                    LogicalType.Decimal _,
                    LogicalType.Floating _,
                    LogicalType.Date _,
                    LogicalType.Time _,
                    LogicalType.Timestamp _ -> true;
        };
    }

    private void checkSum(Written column, List<Written> per) {
        fact.fact().measures().stream()
                .filter(measure -> measure.name().value().equals(column.text()))
                .map(Measure::additivity)
                .forEach(additivity -> checkSum(column, per, additivity));
    }

    private void checkSum(Written column, List<Written> per, Additivity additivity) {
        switch (additivity) {
            case Additivity.Additive() -> {}
            case Additivity.NotAdditive() ->
                issues.error(
                        column,
                        "'%s' is not additive, so that its sum means nothing".formatted(column.text()),
                        "Use avg, min or max.");
            case Additivity.SemiAdditive(var notOver) ->
                notOver.stream()
                        .filter(role ->
                                per.stream().noneMatch(each -> each.text().equals(role.value())))
                        .forEach(role -> issues.error(
                                column,
                                "'%s' must not be summed over role %s".formatted(column.text(), role),
                                "Use avg, min or max, or add it to 'per'."));
        }
    }

    private static Function kindOf(Renaming function) {
        return Stream.of(Function.values())
                .filter(each -> each.word().equals(function.name().text()))
                .findFirst()
                .orElseThrow();
    }
}
