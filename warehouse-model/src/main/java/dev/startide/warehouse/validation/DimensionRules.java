package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.AttributeDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Dimension.MemberAttribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Hierarchy;
import dev.startide.warehouse.star.MiniDimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is asked of dimensions: an entity whose attributes they show, and what a change of each
/// does.
final class DimensionRules {

    private final Catalogue<EntityDraft> entities;
    private final Catalogue<EventDraft> events;
    private final FilesBeside files;
    private final PolicyRules policies;
    private final Issues issues;

    DimensionRules(Catalogue<EntityDraft> entities, Catalogue<EventDraft> events, FilesBeside files, Issues issues) {
        this.entities = entities;
        this.events = events;
        this.files = files;
        this.policies = new PolicyRules(issues);
        this.issues = issues;
    }

    Catalogue<DimensionDraft> resolve(Section<DimensionDeclaration> declared) {
        Catalogue<DimensionDraft> dimensions = new Catalogue<>("dimension", declared.extent());
        MiniRules minis = new MiniRules(declared, issues);
        for (DimensionDeclaration dimension : declared.parts()) {
            boolean named = Names.check(dimension.name(), Names.KEY_ENDING, issues);
            Optional<Dimension> resolved = switch (dimension) {
                case DimensionDeclaration.Members members -> members(members, minis, named);
                case DimensionDeclaration.Calendar calendar -> CalendarRules.resolve(calendar, named, files, issues);
                case DimensionDeclaration.TimeOfDay times -> TimeOfDayRules.resolve(times, named, issues);
                case DimensionDeclaration.Junk junk -> new JunkRules(events, issues).resolve(junk, named);
                case DimensionDeclaration.Unreadable _ -> Optional.empty();
            };
            String name = dimension.name().text();
            resolved.ifPresentOrElse(known -> add(known, dimensions), () -> dimensions.addBroken(name));
        }
        return dimensions;
    }

    /// A dimension, with its mini-dimensions.
    private static void add(Dimension dimension, Catalogue<DimensionDraft> dimensions) {
        dimensions.add(
                dimension.name().value(), new DimensionDraft(dimension, MemberLayout.tableOf(dimension, Schemas.LIVE)));
        if (dimension instanceof Dimension.Members members) {
            members.minis().forEach(mini -> add(mini.combinations(), dimensions));
        }
    }

    private Optional<Dimension> members(DimensionDeclaration.Members members, MiniRules miniRules, boolean named) {
        Optional<EntityDraft> entity = entities.find(members.of(), issues);
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        Set<String> reserved = reservedColumns(members.name().text());
        entity.get().declaration().key().forEach(key -> checkNotReserved(key, members.of(), reserved));
        List<MemberAttribute> attributes = new ArrayList<>();
        for (AttributeDeclaration attribute : members.attributes().parts()) {
            attribute(attribute, entity.get(), reserved).ifPresent(attributes::add);
        }
        List<Hierarchy> hierarchies = new HierarchyRules(issues).resolve(members);
        Deletes deletes = policies.deletes(members, entity.get());
        Optional<List<MiniDimension>> minis = miniRules.resolve(members, entity.get());
        boolean complete = attributes.size() == members.attributes().parts().size()
                && members.attributes().isWhole()
                && !entity.get().key().isEmpty()
                && policies.checkColumns(members, attributes, reserved);
        return minis.filter(_ -> named && complete)
                .map(apart -> dimension(members, entity.get(), attributes, hierarchies, deletes)
                        .withMinis(apart));
    }

    private static Dimension.Members dimension(
            DimensionDeclaration.Members members,
            EntityDraft entity,
            List<MemberAttribute> attributes,
            List<Hierarchy> hierarchies,
            Deletes deletes) {
        return new Dimension.Members(
                new DimensionName(members.name().text()),
                members.description().text(),
                entity.name(),
                entity.identity(),
                withKey(entity, attributes),
                hierarchies,
                List.of(),
                deletes);
    }

    /// A key that changes is shown as what it was in each version.
    private static List<MemberAttribute> withKey(EntityDraft entity, List<MemberAttribute> attributes) {
        if (!entity.hasChangingKeys()) {
            return attributes;
        }
        List<MemberAttribute> all = new ArrayList<>();
        entity.key().forEach(part -> all.add(new MemberAttribute(part, ChangePolicy.VERSION)));
        all.addAll(attributes);
        return all;
    }

    private Optional<MemberAttribute> attribute(
            AttributeDeclaration attribute, EntityDraft entity, Set<String> reserved) {
        Written name = attribute.name();
        Optional<ChangePolicy> policy = policies.onChange(attribute.policy());
        if (!checkNotReserved(name, name, reserved)) {
            return Optional.empty();
        }
        if (entity.declaration().key().stream().anyMatch(key -> key.text().equals(name.text()))) {
            String why = entity.hasChangingKeys() ? "which every version shows as it was then" : "which never changes";
            issues.error(name, "'%s' is the key, %s".formatted(name.text(), why), "Remove it here.");
            return Optional.empty();
        }
        if (!entity.columns().mayHave(name.text())) {
            issues.error(
                    name,
                    "entity %s has no attribute '%s'".formatted(entity.name(), name.text()),
                    Suggestion.sentence(name.text(), attributeNames(entity), "Declare it among the event's fields."));
        }
        return entity.columns().peek(name.text()).flatMap(known -> policy.map(p -> new MemberAttribute(known, p)));
    }

    static List<String> attributeNames(EntityDraft entity) {
        return entity.attributes().stream()
                .map(Attribute::name)
                .map(ColumnName::value)
                .toList();
    }

    private boolean checkNotReserved(Written name, Written at, Set<String> reserved) {
        if (reserved.contains(name.text())) {
            issues.error(
                    at,
                    "every dimension has a column '%s' of its own".formatted(name.text()),
                    "Declare the field under another name, with 'value: event.%s'.".formatted(name.text()));
            return false;
        }
        return true;
    }

    private static Set<String> reservedColumns(String dimension) {
        Set<String> reserved = new HashSet<>(
                MemberLayout.OWN_COLUMNS.stream().map(ColumnName::value).toList());
        reserved.add(dimension + "_key");
        reserved.add(dimension + "_durable_key");
        return reserved;
    }
}
