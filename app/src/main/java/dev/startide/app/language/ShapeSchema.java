package dev.startide.app.language;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.warehouse.language.EventParts;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.language.Shape;
import dev.startide.warehouse.language.SourceParts;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.schema.LogicalType;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What a JSON Schema says of what stands behind a key. Writes into objects that are begun.
final class ShapeSchema {

    static final String SCALAR = "#/definitions/value";
    private static final String VALUES = "#/definitions/values";
    private static final String FIELDS = "#/definitions/fields";

    /// What every name that becomes part of a table or column looks like.
    private static final String NAME = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";

    /// Types with numbers behind their names.
    private static final String SIZED_TYPE = "^(varchar\\([0-9]+\\)|(decimal|numeric)\\([0-9]+(, *[0-9]+)?\\))$";

    private final JsonGenerator json;
    private final List<SourceKind> kinds;

    ShapeSchema(JsonGenerator json, Collection<SourceKind> kinds) {
        this.json = json;
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(SourceKind::name)).toList();
    }

    static String reference(Part part) {
        return "#/definitions/" + part.name().replace(" ", "%20");
    }

    /// Parts that have no definition of their own, because other keys stand beside theirs.
    boolean isWrittenInPlace(Part part) {
        return part.equals(SourceParts.SOURCE) || part.equals(SourceParts.OPTIONS);
    }

    /// The keys of a part, each with its meaning.
    void writeKeys(Part part) throws IOException {
        for (Key key : part.keys()) {
            json.writeObjectFieldStart(key.name());
            write(key);
            json.writeEndObject();
        }
    }

    private void write(Key key) throws IOException {
        writeMeaning(key.meaning(), key.presence() == Key.Presence.REQUIRED ? "" : key.otherwise());
        write(key.shape());
    }

    /// What an editor shows beside a key, plain and in Markdown.
    void writeMeaning(String meaning, String otherwise) throws IOException {
        String whole = otherwise.isEmpty() ? meaning : "%s Without it: %s.".formatted(meaning, otherwise);
        String unlinked = whole.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
        json.writeStringField("description", unlinked.replace("`", ""));
        json.writeStringField("markdownDescription", unlinked);
    }

    /// What parts have in common.
    void writeShared() throws IOException {
        json.writeObjectFieldStart("value");
        writeTexts(json, "type", List.of("string", "number", "boolean"));
        json.writeEndObject();
        json.writeObjectFieldStart("values");
        json.writeArrayFieldStart("anyOf");
        writeReference(SCALAR);
        writeListOf(SCALAR);
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("fields");
        writeNamed(() -> writeField(false));
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart("include");
        writeMeaning("Groups of fields that belong here as well (`field_groups` of the model).", "");
        writeField(true);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// A type, a group of keys, or the fields of the one element that a list shows.
    ///
    /// @param orGroups whether names of groups may stand there as well
    private void writeField(boolean orGroups) throws IOException {
        json.writeArrayFieldStart("anyOf");
        if (orGroups) {
            writeReference(VALUES);
        }
        json.writeStartObject();
        writeType();
        json.writeEndObject();
        writeReference(reference(EventParts.FIELD));
        writeListOf(FIELDS);
        json.writeEndArray();
    }

    private void writeListOf(String reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "array");
        json.writeNumberField("minItems", 1);
        json.writeObjectFieldStart("items");
        json.writeStringField("$ref", reference);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Shape shape) throws IOException {
        switch (shape) {
            case Shape.Text() -> writeAllOf(SCALAR);
            case Shape.OneOrMore() -> writeAllOf(VALUES);
            case Shape.Group(var part) -> writeAllOf(reference(part));
            case Shape.Words(var words) -> writeTexts(json, "enum", words);
            case Shape.Flag() -> json.writeStringField("type", "boolean");
            case Shape.Whole(var least, var most) -> writeWhole(least, most);
            case Shape.Numbers(var numbers) -> writeNumbers(numbers);
            case Shape.Day() -> writePattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case Shape.Type() -> writeType();
            case Shape.ByName(var each) -> writeNamed(() -> write(each));
            case Shape.ByText(var each) -> writeEach(() -> write(each));
            case Shape.ListOf(var each) -> writeList(() -> write(each));
            case Shape.Anything() -> {
                // There is nothing to say of it.
            }
            case Shape.Fields _ -> writeAllOf(FIELDS);
            case Shape.Kinds(var beside) -> new KindSchema(json, this).write(beside, kinds);
            case Shape.Either(var forms) -> writeAnyOf(forms);
        }
    }

    /// What may throw while it writes.
    private interface Content {
        void write() throws IOException;
    }

    private void writeWhole(int least, int most) throws IOException {
        json.writeStringField("type", "integer");
        json.writeNumberField("minimum", least);
        json.writeNumberField("maximum", most);
    }

    private void writeNumbers(List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart("enum");
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void writePattern(String pattern) throws IOException {
        json.writeStringField("type", "string");
        json.writeStringField("pattern", pattern);
    }

    private void writeType() throws IOException {
        json.writeArrayFieldStart("anyOf");
        json.writeStartObject();
        writeTexts(json, "enum", LogicalType.plainNames());
        json.writeEndObject();
        json.writeStartObject();
        writePattern(SIZED_TYPE);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeNamed(Content each) throws IOException {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("propertyNames");
        json.writeStringField("pattern", NAME);
        json.writeEndObject();
        writeWithin("additionalProperties", each);
    }

    private void writeEach(Content each) throws IOException {
        json.writeStringField("type", "object");
        writeWithin("additionalProperties", each);
    }

    private void writeList(Content each) throws IOException {
        json.writeStringField("type", "array");
        writeWithin("items", each);
    }

    private void writeWithin(String field, Content each) throws IOException {
        json.writeObjectFieldStart(field);
        each.write();
        json.writeEndObject();
    }

    private void writeAnyOf(List<Shape> forms) throws IOException {
        json.writeArrayFieldStart("anyOf");
        for (Shape form : forms) {
            json.writeStartObject();
            write(form);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// A reference beside other words, which draft 7 would ignore if it stood alone.
    private void writeAllOf(String reference) throws IOException {
        json.writeArrayFieldStart("allOf");
        writeReference(reference);
        json.writeEndArray();
    }

    private void writeReference(String reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("$ref", reference);
        json.writeEndObject();
    }

    static void writeTexts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
