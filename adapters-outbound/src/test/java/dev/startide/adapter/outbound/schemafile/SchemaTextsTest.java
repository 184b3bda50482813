package dev.startide.adapter.outbound.schemafile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.validation.FieldSchemas.Language;
import dev.startide.warehouse.validation.FieldSchemas.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"string\"                                                                | text",
                "\"int\"                                                                   | int",
                "\"long\"                                                                  | bigint",
                "\"float\"                                                                 | double",
                "\"double\"                                                                | double",
                "\"boolean\"                                                               | boolean",
                "\"bytes\"                                                                 | bytea",
                "{\"type\":\"fixed\",\"name\":\"f\",\"size\":4}                            | bytea",
                "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":12,\"scale\":2} | decimal(12,2)",
                "{\"type\":\"int\",\"logicalType\":\"date\"}                               | date",
                "{\"type\":\"int\",\"logicalType\":\"time-millis\"}                        | time",
                "{\"type\":\"long\",\"logicalType\":\"time-micros\"}                       | time",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}                  | timestamptz",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}                  | timestamptz",
                "{\"type\":\"long\",\"logicalType\":\"local-timestamp-millis\"}            | unreadable",
                "{\"type\":\"string\",\"logicalType\":\"uuid\"}                            | uuid",
                "{\"type\":\"enum\",\"name\":\"e\",\"symbols\":[\"A\",\"B\"]}              | text of [A, B]",
                "{\"type\":\"map\",\"values\":\"int\"}                                     | json",
                "{\"type\":\"array\",\"items\":\"int\"}                                    | json",
                "[\"null\",\"long\"]                                                       | bigint, optional",
                "[\"null\",\"long\",\"string\"]                                            | json, optional",
                "\"null\"                                                                  | unreadable, optional",
                "{\"type\":\"record\",\"name\":\"n\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]} | {x int}",
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"n\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}} | [x int]"
            })
    void readsTypesOfAvro(String type, String expected) {
        // When
        var outcome = read(Language.AVRO, """
                {"type":"record","name":"r","fields":[{"name":"f","type":%s}]}\
                """.formatted(type));

        // Then
        assertThat(shown(outcome)).containsExactly("f " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"string\"}                                        | text",
                "{\"type\":\"string\",\"format\":\"date-time\"}               | timestamptz",
                "{\"type\":\"string\",\"format\":\"date\"}                    | date",
                "{\"type\":\"string\",\"format\":\"time\"}                    | time",
                "{\"type\":\"string\",\"format\":\"uuid\"}                    | uuid",
                "{\"type\":\"string\",\"contentEncoding\":\"base64\"}         | bytea",
                "{\"type\":\"integer\"}                                       | bigint",
                "{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}         | int",
                "{\"type\":\"number\"}                                        | double",
                "{\"type\":\"number\",\"multipleOf\":0.01}                    | decimal(38,2)",
                "{\"type\":\"boolean\"}                                       | boolean",
                "{\"enum\":[\"web\",\"shop\"]}                                | text of [web, shop]",
                "{\"type\":[\"string\",\"null\"]}                             | text, optional",
                "{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}]}     | bigint, optional",
                "{\"type\":[\"string\",\"integer\"]}                          | json",
                "{\"type\":\"object\"}                                        | json",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}         | json",
                "{\"$ref\":\"#/$defs/x\"}                                     | {y text, optional}",
                "{\"$ref\":\"https://example.org/x\"}                         | json",
                "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/x\"}}      | [y text, optional]"
            })
    void readsTypesOfJsonSchema(String type, String expected) {
        // When
        var outcome = read(Language.JSON_SCHEMA, """
                {"type":"object","properties":{"f":%s},"required":["f"],
                 "$defs":{"x":{"type":"object","properties":{"y":{"type":"string"}}}}}\
                """.formatted(type));

        // Then
        assertThat(shown(outcome)).containsExactly("f " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AVRO        | {}                          | is no Avro schema",
                "AVRO        | \"string\"                  | describes no record",
                "JSON_SCHEMA | [                           | is no JSON object",
                "JSON_SCHEMA | {\"type\":\"string\"}       | describes no object"
            })
    void saysWhatIsWrong(Language language, String text, String problem) {
        // When
        var outcome = read(language, text);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unusable.class,
                        unusable -> assertThat(unusable.problem()).isEqualTo(problem));
    }

    @Test
    void endsAtSchemasThatHoldThemselves() {
        // When
        var avro = read(Language.AVRO, """
                {"type":"record","name":"r","fields":[{"name":"next","type":["null","r"]}]}\
                """);
        var json = read(Language.JSON_SCHEMA, """
                {"properties":{"next":{"$ref":"#"},"loop":{"$ref":"#/properties/loop"}}}\
                """);

        // Then
        assertThat(avro).isInstanceOf(Outcome.Described.class);
        assertThat(json).isInstanceOf(Outcome.Described.class);
    }

    private static Outcome read(Language language, String text) {
        return SchemasForTests.schemas().read(language, text);
    }

    private static List<String> shown(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Described(var fields) ->
                fields.stream().map(SchemaTextsTest::shown).toList();
            case Outcome.Unusable(var problem, var _) -> List.of(problem);
        };
    }

    private static String shown(DescribedField field) {
        String presence = field.presence() == Presence.REQUIRED ? "" : ", optional";
        return field.name() + " " + shown(field.content()) + presence;
    }

    private static String shown(Content content) {
        return switch (content) {
            case Content.Value(var type, var allowed) -> type.sqlName() + (allowed.isEmpty() ? "" : " of " + allowed);
            case Content.Members(var fields) -> "{" + String.join(", ", shown(fields)) + "}";
            case Content.Elements(var fields) -> "[" + String.join(", ", shown(fields)) + "]";
            case Content.Unreadable _ -> "unreadable";
        };
    }

    private static List<String> shown(List<DescribedField> fields) {
        return fields.stream().map(SchemaTextsTest::shown).toList();
    }
}
