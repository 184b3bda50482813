package dev.startide.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.domain.draft.Draft;
import dev.startide.domain.draft.DraftedEvent;
import dev.startide.domain.draft.DraftedField;
import dev.startide.warehouse.mapping.Field.ValueSource;
import java.io.IOException;
import java.util.List;

/// What was found in a sample.
public final class DraftReport {

    private DraftReport() {}

    /// How much was found, as half a sentence.
    public static String summary(Draft draft) {
        return "%d types of events, %d entities, %d dimensions, %d facts; every line marked '# guess' wants a look"
                .formatted(
                        draft.events().size(),
                        draft.entities().size(),
                        draft.dimensions().size(),
                        draft.facts().size());
    }

    /// Everything that was found, and why it is taken for that.
    public static String asJson(Draft draft) {
        return Json.object(draft, (json, found) -> {
            json.writeFieldName("sources");
            Json.writeArray(json, found.sources(), (each, source) -> {
                each.writeStringField("name", source.name());
                each.writeNumberField("events", source.events());
                each.writeNumberField("unreadable", source.passedOver());
            });
            json.writeFieldName("events");
            Json.writeArray(json, found.events(), DraftReport::writeEvent);
            json.writeFieldName("entities");
            Json.writeArray(json, found.entities(), DraftReport::writeEntity);
            json.writeFieldName("dimensions");
            Json.writeArray(json, found.dimensions(), (each, dimension) -> {
                each.writeStringField("name", dimension.name());
                writeNames(each, "attributes", dimension.attributes());
                each.writeStringField("because", dimension.because());
            });
            json.writeFieldName("facts");
            Json.writeArray(json, found.facts(), DraftReport::writeFact);
        });
    }

    private static void writeEvent(JsonGenerator json, DraftedEvent event) throws IOException {
        json.writeStringField("name", event.name());
        json.writeStringField("source", event.source());
        json.writeStringField("when", event.when());
        json.writeStringField("because", event.because());
        writeChoice(json, "time", event.time());
        if (event.key().isPresent()) {
            writeChoice(json, "key", event.key().get());
        }
        writeFields(json, event.fields());
        json.writeFieldName("lists");
        Json.writeArray(json, event.lists(), (each, list) -> {
            each.writeStringField("name", list.name());
            writeFields(each, list.fields());
        });
        json.writeFieldName("left_out");
        Json.writeArray(json, event.leftOut(), (each, left) -> {
            writeNames(each, "path", left.path());
            each.writeStringField("because", "it holds " + left.what());
        });
    }

    private static void writeChoice(JsonGenerator json, String name, DraftedEvent.Choice choice) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("field", choice.field());
        json.writeStringField("because", choice.because());
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, List<DraftedField> fields) throws IOException {
        json.writeFieldName("fields");
        Json.writeArray(json, fields, (each, field) -> {
            each.writeStringField("name", field.name());
            each.writeStringField("type", field.type().sqlName());
            each.writeBooleanField("always_there", field.isAlwaysThere());
            if (field.named().field().value() instanceof ValueSource.Cel(var value)) {
                each.writeStringField("value", value);
            }
            each.writeStringField("because", field.because());
        });
    }

    private static void writeEntity(JsonGenerator json, Draft.DraftedEntity entity) throws IOException {
        json.writeStringField("name", entity.name());
        writeNames(json, "from", entity.from());
        writeNames(json, "deleted_by", entity.deletedBy());
        json.writeStringField("each", entity.each());
        writeNames(json, "key", entity.key());
        Json.writeTexts(json, "references", entity.references());
        json.writeStringField("because", entity.because());
    }

    private static void writeFact(JsonGenerator json, Draft.DraftedFact fact) throws IOException {
        json.writeStringField("name", fact.name());
        json.writeStringField("from", fact.from());
        writeNames(json, "grain", fact.grain());
        json.writeStringField("time", fact.time());
        Json.writeTexts(json, "dimensions", fact.roles());
        writeNames(json, "degenerate", fact.degenerate());
        Json.writeTexts(json, "measures", fact.measures());
        json.writeStringField("because", fact.because());
    }

    private static void writeNames(JsonGenerator json, String field, List<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }
}
