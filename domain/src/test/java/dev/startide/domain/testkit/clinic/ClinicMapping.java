package dev.startide.domain.testkit.clinic;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.List;
import java.util.stream.Stream;

/// What the wards tell, and what it feeds.
final class ClinicMapping {

    static final Source WARDS = aSource("wards").build();

    static final LogicalType TEXT = new LogicalType.Text();
    static final LogicalType TIMESTAMP = new LogicalType.Timestamp();

    static final Attribute PATIENT_ID = attribute("patient_id", TEXT);
    static final Attribute WARD = attribute("ward", TEXT);
    static final Attribute VISIT_ID = attribute("visit_id", TEXT);
    static final Attribute STARTED_AT = attribute("started_at", TIMESTAMP);
    static final Attribute ADMITTED_ON = attribute("admitted_on", new LogicalType.Date());
    static final Attribute SEEN_AT = attribute("seen_at", TIMESTAMP);
    static final Attribute CHARGE = attribute("charge", new LogicalType.Decimal(10, 2));

    static final Attribute CHANNEL = attribute("channel", TEXT);
    static final Attribute URGENT = attribute("urgent", new LogicalType.Bool());
    static final Attribute LAB_TIME = attribute("lab_time", new LogicalType.Time());

    static final Attribute CODE = attribute("code", TEXT);
    static final Attribute CHAPTER = attribute("chapter", TEXT);
    static final Attribute SHARE = attribute("share", new LogicalType.Decimal(12, 10));

    private ClinicMapping() {}

    static List<EventType> events() {
        return List.of(
                event("patient_registered", "registered_at", required(PATIENT_ID), optional(WARD)),
                event(
                        "visit_told",
                        "told_at",
                        required(VISIT_ID),
                        required(STARTED_AT),
                        optional(PATIENT_ID),
                        optional(ADMITTED_ON),
                        optional(SEEN_AT),
                        optional(CHANNEL),
                        optional(URGENT),
                        optional(LAB_TIME),
                        optional(CHARGE),
                        new Field.Nested(column("diagnoses"), new FieldGroup(List.of(optional(CODE), optional(SHARE)))),
                        new Field.Nested(column("nurses"), new FieldGroup(List.of(optional(PATIENT_ID))))),
                event("diagnosis_listed", "listed_at", required(CODE), optional(CHAPTER)));
    }

    static List<Feed<EntityName>> entityFeeds() {
        return List.of(
                new Feed<>(new EntityName("patient"), new EventName("patient_registered"), new Feed.Scope.WholeEvent()),
                new Feed<>(new EntityName("diagnosis"), new EventName("diagnosis_listed"), new Feed.Scope.WholeEvent()),
                new Feed<>(new EntityName("visit"), new EventName("visit_told"), new Feed.Scope.WholeEvent()));
    }

    static List<Feed<FactName>> factFeeds() {
        return List.of(
                new Feed<>(new FactName("visit_made"), new EventName("visit_told"), new Feed.Scope.WholeEvent()));
    }

    static Attribute attribute(String name, LogicalType type) {
        return new Attribute(column(name), type, "");
    }

    private static EventType event(String name, String time, Field... fields) {
        return new EventType(
                new EventName(name),
                "",
                WARDS.name(),
                new EventType.Condition.Cel("event.type == '%s'".formatted(name)),
                column(time),
                List.of(),
                new EventType.Sequence.None(),
                new FieldGroup(Stream.concat(Stream.of(required(attribute(time, TIMESTAMP))), Stream.of(fields))
                        .toList()));
    }

    private static Field required(Attribute attribute) {
        return field(attribute, Field.Presence.REQUIRED);
    }

    private static Field optional(Attribute attribute) {
        return field(attribute, Field.Presence.OPTIONAL);
    }

    private static Field field(Attribute attribute, Field.Presence presence) {
        return new Field.Scalar(
                attribute.name(), attribute.type(), presence, new Field.ValueSource.SameName(), List.of(), "");
    }
}
