package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.Renaming;
import dev.startide.warehouse.declaration.MartDeclaration.SideDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Mart.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Groupings that mean the same in several facts: attributes of the same dimension, or columns of
/// the same type.
final class ConformedGroupings {

    private final MartDeclaration mart;
    private final Issues issues;

    ConformedGroupings(MartDeclaration mart, Issues issues) {
        this.mart = mart;
        this.issues = issues;
    }

    /// Finds the groupings of each fact, in order; whatever is wrong with them is told of.
    void resolve(List<MartSide> sides) {
        mart.combine().parts().forEach(this::checkNames);
        for (Written by : mart.by()) {
            List<Meaning> meanings = new ArrayList<>();
            for (MartSide side : sides) {
                find(by, side).ifPresent(grouping -> {
                    side.groupings().add(grouping);
                    meanings.add(new Meaning(side.fact(), meaning(grouping, side.draft())));
                });
            }
            meanings.stream()
                    .filter(meaning ->
                            !meaning.what().equals(meanings.getFirst().what()))
                    .forEach(other -> tellApart(by, meanings.getFirst(), other));
        }
    }

    /// What is called otherwise in a fact must be in `by`.
    private void checkNames(SideDeclaration side) {
        List<String> known =
                mart.by().stream().map(by -> first(by.text())).distinct().toList();
        for (Renaming renaming : side.names().parts()) {
            if (!known.contains(renaming.name().text())) {
                issues.error(
                        renaming.name(),
                        "nothing under 'by' begins with '%s'"
                                .formatted(renaming.name().text()),
                        Suggestion.sentence(renaming.name().text(), known, "Remove it."));
            }
        }
    }

    private Optional<Grouping> find(Written by, MartSide side) {
        String name = first(by.text());
        FactDraft draft = side.draft();
        Optional<Written> renamed = side.declared().names().parts().stream()
                .filter(renaming -> renaming.name().text().equals(name))
                .map(Renaming::inFact)
                .findFirst();
        if (renamed.isPresent() && !renamed.get().isPresent()) {
            return Optional.empty();
        }
        String inFact = renamed.map(Written::text).orElse(name);
        String start = first(inFact);
        List<String> known = new ArrayList<>(draft.dimensions().names());
        draft.columns().keySet().stream()
                .map(ColumnName::value)
                .filter(column -> !column.endsWith("_key") && !known.contains(column))
                .forEach(known::add);
        if (!known.contains(start)) {
            issues.error(
                    renamed.orElse(by),
                    "fact %s has neither a role nor a column '%s'".formatted(side.fact(), start),
                    "%s Say under 'combine' what it is called there, such as '%s: { %s: … }'."
                            .formatted(Suggestion.sentence(start, known, ""), side.fact(), name));
            return Optional.empty();
        }
        Written there = new Written(by.path(), by.spot(), inFact + by.text().substring(name.length()));
        return new MartGroupings(draft, issues).find(there);
    }

    private static String first(String text) {
        int end = text.indexOf('.');
        return end < 0 ? text : text.substring(0, end);
    }

    /// @param what the same text wherever the same is meant
    private record Meaning(String fact, String what) {}

    private static String meaning(Grouping grouping, FactDraft draft) {
        return switch (grouping) {
            case Grouping.ByColumn(var column) ->
                draft.columns().entrySet().stream()
                        .filter(each -> each.getKey().equals(column))
                        .map(each ->
                                "a column of type %s".formatted(each.getValue().sqlName()))
                        .findFirst()
                        .orElseThrow();
            case Grouping.ByAttribute(var role, var attribute) -> meaning(draft, role, List.of(), attribute);
            case Grouping.ByReferred(var role, var references, var attribute) ->
                meaning(draft, role, references, attribute);
        };
    }

    private static String meaning(FactDraft draft, ColumnName role, List<ColumnName> references, ColumnName attribute) {
        Optional<DimensionDraft> dimension = draft.dimensions().peek(role.value());
        for (ColumnName reference : references) {
            dimension = dimension.map(from -> from.references().get(reference.value()));
        }
        return "%s of dimension %s"
                .formatted(attribute, dimension.orElseThrow().dimension().name());
    }

    private void tellApart(Written by, Meaning one, Meaning other) {
        issues.error(
                by,
                "is %s in fact %s, but %s in fact %s".formatted(one.what(), one.fact(), other.what(), other.fact()),
                "Group by what is the same in all of them. What it is called in one can be said under 'combine', such as"
                        + " '%s: { %s: … }'.".formatted(other.fact(), first(by.text())));
    }
}
