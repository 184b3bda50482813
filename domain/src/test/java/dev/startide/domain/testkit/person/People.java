package dev.startide.domain.testkit.person;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.MiniDimension;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People whose attributes have one change policy each, shown by one dimension for each thing that
/// can be done about deletes; and visits, which refer to all three.
public final class People {

    public static final Source REGISTRY = aSource("registry").build();

    private static final LogicalType TEXT = new LogicalType.Text();
    private static final LogicalType TIMESTAMP = new LogicalType.Timestamp();
    private static final EntityName PERSON = new EntityName("person");
    private static final EntityName VISIT = new EntityName("visit");
    private static final Attribute PERSON_ID = attribute("person_id", TEXT);
    private static final Attribute VISIT_ID = attribute("visit_id", TEXT);
    private static final Attribute AT = attribute("at", TIMESTAMP);
    private static final Attribute ORIGIN = attribute("origin", TEXT);
    private static final Attribute PHONE = attribute("phone", TEXT);
    private static final Attribute CITY = attribute("city", TEXT);
    private static final Attribute TEAM = attribute("team", TEXT);
    private static final Attribute RANK = attribute("rank", TEXT);

    public static final WarehouseModel MODEL = new WarehouseModel(
            "people",
            "",
            ZoneOffset.UTC,
            List.of(REGISTRY),
            List.of(
                    event("person_said", PERSON_ID, ORIGIN, PHONE, CITY, TEAM, RANK),
                    event("person_gone", PERSON_ID),
                    event("visited", VISIT_ID, PERSON_ID)),
            List.of(
                    new Entity(PERSON, "", List.of(PERSON_ID), List.of(ORIGIN, PHONE, CITY, TEAM, RANK), List.of()),
                    new Entity(VISIT, "", List.of(VISIT_ID), List.of(PERSON_ID, AT), List.of())),
            Stream.of(Deletes.values()).map(People::dimension).toList(),
            List.of(new Fact(new FactName("visit"), "", VISIT, List.of(VISIT_ID), AT, roles(), List.of(), List.of())),
            List.of(),
            List.of(
                    feed(PERSON, "person_said", Feed.Effect.STATES),
                    feed(PERSON, "person_gone", Feed.Effect.DELETES),
                    feed(VISIT, "visited", Feed.Effect.STATES)),
            List.of(feed(new FactName("visit"), "visited", Feed.Effect.STATES)));

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    /// The same people in one dimension, of whom rank and city are kept apart as well.
    public static final WarehouseModel WITH_MINIS = withMinis();

    private People() {}

    /// The model as it was when dimensions showed these attributes only.
    public static WarehouseModel showing(String... attributes) {
        Set<String> shown = Set.of(attributes);
        return with(MODEL.events(), MODEL.entities(), shown);
    }

    /// The model as it was before an attribute was declared.
    public static WarehouseModel without(String attribute) {
        ColumnName name = column(attribute);
        List<EventType> events = MODEL.events().stream()
                .map(event -> new EventType(
                        event.name(),
                        event.description(),
                        event.source(),
                        event.when(),
                        event.time(),
                        event.identity(),
                        event.sequence(),
                        new FieldGroup(event.fields().fields().stream()
                                .filter(field -> !field.name().equals(name))
                                .toList()),
                        event.unknown()))
                .toList();
        List<Entity> entities = MODEL.entities().stream()
                .map(entity -> new Entity(
                        entity.name(),
                        entity.description(),
                        entity.key(),
                        entity.attributes().stream()
                                .filter(each -> !each.name().equals(name))
                                .toList(),
                        entity.references()))
                .toList();
        Set<String> shown = Stream.of(ORIGIN, PHONE, CITY, TEAM, RANK)
                .map(each -> each.name().value())
                .filter(each -> !each.equals(attribute))
                .collect(Collectors.toSet());
        return with(events, entities, shown);
    }

    private static WarehouseModel with(List<EventType> events, List<Entity> entities, Set<String> shown) {
        List<Dimension> dimensions = MODEL.dimensions().stream()
                .map(Dimension.Members.class::cast)
                .<Dimension>map(dimension -> new Dimension.Members(
                        dimension.name(),
                        dimension.description(),
                        dimension.of(),
                        dimension.naturalKey(),
                        dimension.attributes().stream()
                                .filter(each -> shown.contains(each.name().value()))
                                .toList(),
                        dimension.hierarchies(),
                        dimension.outriggers(),
                        dimension.deletes()))
                .toList();
        return new WarehouseModel(
                MODEL.name(),
                MODEL.description(),
                MODEL.timeZone(),
                MODEL.sources(),
                events,
                entities,
                dimensions,
                MODEL.facts(),
                MODEL.marts(),
                MODEL.entityFeeds(),
                MODEL.factFeeds());
    }

    private static WarehouseModel withMinis() {
        Dimension.Members shown = (Dimension.Members) MODEL.dimensions().getFirst();
        MiniDimension mini = mini(shown.name());
        Role.OfMember role = (Role.OfMember) roles().getFirst();
        Role withMini = new Role.OfMember(
                role.name(),
                role.dimension(),
                role.inputs(),
                role.form(),
                role.missing(),
                List.of(new Role.Combination(column(mini.name().value()), mini.name(), mini.trailName())));
        return new WarehouseModel(
                MODEL.name(),
                MODEL.description(),
                MODEL.timeZone(),
                MODEL.sources(),
                MODEL.events(),
                MODEL.entities(),
                List.of(shown.withMinis(List.of(mini)), mini.combinations()),
                List.of(new Fact(
                        new FactName("visit"),
                        "",
                        VISIT,
                        List.of(VISIT_ID),
                        AT,
                        List.of(withMini),
                        List.of(),
                        List.of())),
                MODEL.marts(),
                MODEL.entityFeeds(),
                MODEL.factFeeds());
    }

    private static MiniDimension mini(DimensionName of) {
        return new MiniDimension(new DimensionName(of + "_mini"), List.of(RANK, CITY));
    }

    /// Something is said of a person, nothing of its attributes yet.
    public static TypedEventBuilder said(String person, Instant at) {
        return anEventOf(MODEL, "person_said").with("person_id", person).at(at);
    }

    /// A person is gone.
    public static TypedEventBuilder gone(String person, Instant at) {
        return anEventOf(MODEL, "person_gone").with("person_id", person).at(at);
    }

    /// A person visits.
    public static TypedEventBuilder visited(String visit, String person, Instant at) {
        return anEventOf(MODEL, "visited")
                .with("visit_id", visit)
                .with("person_id", person)
                .at(at);
    }

    private static Dimension dimension(Deletes deletes) {
        return new Dimension.Members(
                nameOf(deletes),
                "",
                PERSON,
                List.of(PERSON_ID),
                List.of(
                        new Dimension.MemberAttribute(ORIGIN, ChangePolicy.KEEP_FIRST),
                        new Dimension.MemberAttribute(PHONE, ChangePolicy.OVERWRITE),
                        new Dimension.MemberAttribute(CITY, ChangePolicy.VERSION),
                        new Dimension.MemberAttribute(TEAM, ChangePolicy.KEEP_PREVIOUS),
                        new Dimension.MemberAttribute(RANK, ChangePolicy.VERSION_AND_LATEST)),
                List.of(),
                List.of(),
                deletes);
    }

    private static List<Role> roles() {
        return Stream.of(Deletes.values())
                .<Role>map(deletes ->
                        new Role.OfMember(column("person_" + deletes.word()), nameOf(deletes), List.of(PERSON_ID)))
                .toList();
    }

    private static DimensionName nameOf(Deletes deletes) {
        return new DimensionName("person_" + deletes.word());
    }

    private static EventType event(String name, Attribute key, Attribute... others) {
        List<Field> fields = Stream.concat(
                        Stream.of(required(key), required(AT)),
                        Stream.of(others).map(other -> field(other, Field.Presence.OPTIONAL)))
                .toList();
        return new EventType(
                new EventName(name),
                "",
                REGISTRY.name(),
                new Condition.Always(),
                AT.name(),
                List.of(),
                new Sequence.None(),
                new FieldGroup(fields));
    }

    private static <T> Feed<T> feed(T target, String event, Feed.Effect effect) {
        return new Feed<>(target, new EventName(event), new Feed.Scope.WholeEvent(), effect);
    }

    private static Field required(Attribute attribute) {
        return field(attribute, Field.Presence.REQUIRED);
    }

    private static Field field(Attribute attribute, Field.Presence presence) {
        return new Field.Scalar(
                attribute.name(), attribute.type(), presence, new Field.ValueSource.SameName(), List.of(), "");
    }

    private static Attribute attribute(String name, LogicalType type) {
        return new Attribute(column(name), type, "");
    }
}
