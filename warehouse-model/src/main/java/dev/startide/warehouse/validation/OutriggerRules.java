package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.OutriggerDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Outrigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is asked of references between dimensions: members that they name by keys that fit, columns
/// of their own, and no circles.
final class OutriggerRules {

    private final Catalogue<EntityDraft> entities;
    private final Issues issues;
    private final Map<String, DimensionDeclaration.Members> declared = new LinkedHashMap<>();

    OutriggerRules(Catalogue<EntityDraft> entities, Issues issues) {
        this.entities = entities;
        this.issues = issues;
    }

    /// The dimensions with their references, each after those that it refers to.
    Catalogue<DimensionDraft> resolve(
            Section<DimensionDeclaration> declarations, Catalogue<DimensionDraft> dimensions) {
        for (DimensionDeclaration declaration : declarations.parts()) {
            if (declaration instanceof DimensionDeclaration.Members members) {
                declared.put(members.name().text(), members);
            }
        }
        Catalogue<DimensionDraft> resolved = new Catalogue<>("dimension", declarations.extent());
        for (String name : new OutriggerOrder(declared, dimensions, issues).names()) {
            dimensions
                    .peek(name)
                    .ifPresentOrElse(
                            draft -> resolved.add(name, withOutriggers(draft, dimensions, resolved)),
                            () -> resolved.addBroken(name));
        }
        return resolved;
    }

    private DimensionDraft withOutriggers(
            DimensionDraft draft, Catalogue<DimensionDraft> dimensions, Catalogue<DimensionDraft> resolved) {
        return switch (draft.dimension()) {
            case Dimension.Calendar _, Dimension.TimeOfDay _, Dimension.Junk _ -> draft;
            case Dimension.Members members -> {
                Dimension.Members referring = members.withOutriggers(outriggers(members, dimensions));
                Map<String, DimensionDraft> references = new LinkedHashMap<>();
                for (Outrigger outrigger : referring.outriggers()) {
                    String target = outrigger.dimension().value();
                    references.put(
                            outrigger.name().value(), resolved.peek(target).orElse(draft));
                }
                yield new DimensionDraft(referring, MemberLayout.tableOf(referring, Schemas.LIVE), references);
            }
        };
    }

    private List<Outrigger> outriggers(Dimension.Members members, Catalogue<DimensionDraft> dimensions) {
        DimensionDeclaration.Members declaration = declared.get(members.name().value());
        if (declaration == null) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        MemberLayout.tableOf(members, Schemas.LIVE)
                .columns()
                .forEach(column -> taken.add(column.name().value()));
        List<Outrigger> outriggers = new ArrayList<>();
        for (OutriggerDeclaration reference : declaration.references().parts()) {
            boolean named =
                    Names.check(reference.name(), Names.KEY_ENDING, issues) && hasColumnsOfItsOwn(reference, taken);
            Optional<DimensionDraft> target = dimensions.find(reference.dimension(), issues);
            Optional<List<Attribute>> key = key(reference, members);
            Optional<Outrigger.As> as = as(reference, declaration.name());
            if (members.hasChangingKeys()
                    && reference.dimension().text().equals(members.name().value())) {
                issues.error(
                        reference.dimension(),
                        "members of %s change their keys, and cannot refer to each other".formatted(members.name()),
                        "Keep the key of the other member as an attribute.");
            } else if (named && target.isPresent() && key.isPresent() && as.isPresent()) {
                if (fits(reference, key.get(), target.get().dimension())) {
                    outriggers.add(new Outrigger(
                            new ColumnName(reference.name().text()),
                            target.get().dimension().name(),
                            key.get(),
                            as.get()));
                }
            }
        }
        return outriggers;
    }

    private boolean hasColumnsOfItsOwn(OutriggerDeclaration reference, Set<String> taken) {
        for (String ending : List.of("_key", "_durable_key")) {
            String column = reference.name().text() + ending;
            if (!taken.add(column)) {
                issues.error(
                        reference.name(),
                        "the dimension has a column '%s' already".formatted(column),
                        "Give the reference another name, with 'dimension: %s'."
                                .formatted(reference.dimension().text()));
                return false;
            }
        }
        return true;
    }

    private Optional<List<Attribute>> key(OutriggerDeclaration reference, Dimension.Members members) {
        Catalogue<Attribute> columns =
                entities.peek(members.of().value()).orElseThrow().columns();
        boolean distinct = Names.checkDistinct(reference.key(), issues);
        List<Attribute> key = new ArrayList<>();
        for (Written part : reference.key()) {
            if (!columns.mayHave(part.text())) {
                issues.error(
                        part,
                        "entity %s has no column '%s'".formatted(members.of(), part.text()),
                        Suggestion.sentence(part.text(), columns.names(), "Declare it among the event's fields."));
            }
            columns.peek(part.text())
                    .filter(attribute -> isShortEnough(reference.name(), part))
                    .ifPresent(key::add);
        }
        return distinct && !key.isEmpty() && key.size() == reference.key().size() ? Optional.of(key) : Optional.empty();
    }

    /// Nothing more is said of a name that is too long by itself.
    private boolean isShortEnough(Written name, Written part) {
        return name.text().length() > Identifier.MAX_LENGTH - Names.KEY_ENDING
                || Names.checkJoined("_%s__%s".formatted(name.text(), part.text()), part, issues);
    }

    private Optional<Outrigger.As> as(OutriggerDeclaration reference, Written dimension) {
        Optional<Outrigger.As> as = reference.as().isPresent()
                ? Stream.of(Outrigger.As.values())
                        .filter(known -> known.word().equals(reference.as().text()))
                        .findFirst()
                : Optional.of(Outrigger.As.CURRENT);
        if (as.isEmpty()) {
            List<String> words =
                    Stream.of(Outrigger.As.values()).map(Outrigger.As::word).toList();
            issues.error(
                    reference.as(),
                    "'%s' does not say what is shown".formatted(reference.as().text()),
                    Suggestion.sentence(reference.as().text(), words, ""));
        }
        boolean ofItself = reference.dimension().text().equals(dimension.text());
        if (ofItself && as.filter(Outrigger.As.VERSION::equals).isPresent()) {
            issues.error(
                    reference.as(),
                    "a dimension cannot follow its own versions",
                    "Leave out 'as', so that the reference names the member, whatever its version.");
            return Optional.empty();
        }
        return as;
    }

    private boolean fits(OutriggerDeclaration reference, List<Attribute> key, Dimension target) {
        return switch (target) {
            case Dimension.Calendar _ -> {
                issues.error(
                        reference.dimension(),
                        "'%s' is a calendar, which has no members".formatted(target.name()),
                        "Keep the day as an attribute.");
                yield false;
            }
            case Dimension.TimeOfDay _, Dimension.Junk _ -> {
                issues.error(
                        reference.dimension(),
                        "'%s' shows no entity, and has no members".formatted(target.name()),
                        "Keep its fields as attributes.");
                yield false;
            }
            case Dimension.Members members -> {
                Optional<String> problem = KeyFit.problem(key, members.naturalKey());
                problem.ifPresent(text -> issues.error(
                        reference.key().getFirst(),
                        text,
                        "The key of %s is %s: name attributes of these types."
                                .formatted(target.name(), KeyFit.describe(members.naturalKey()))));
                yield problem.isEmpty();
            }
        };
    }
}
