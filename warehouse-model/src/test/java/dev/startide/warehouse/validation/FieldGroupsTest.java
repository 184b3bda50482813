package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldGroupsTest {

    private static final String HEAD = """
            version: 1
            name: shop
            sources: { s: { file: {} } }
            """;

    @Test
    void standForTheirFields() {
        // Given
        var written = HEAD + """
                events:
                  sold: { source: s, time: at, fields: { id: text, at: timestamptz, city: text, country: text,
                          lines: [ { city: text, country: text, no: int } ] } }
                """;
        var grouped = HEAD + """
                field_groups:
                  country: { country: text }
                  address: { city: text, include: country }
                events:
                  sold: { source: s, time: at, fields: { id: text, at: timestamptz, include: [address],
                          lines: [ { include: [address], no: int } ] } }
                """;

        // When
        var model = Resolutions.valid(grouped);

        // Then
        assertThat(model.events()).isEqualTo(Resolutions.valid(written).events());
    }

    @Test
    void leaveTheirNameToFields() {
        // Given
        var yaml = HEAD + """
                events:
                  sold: { source: s, time: at, fields: { at: timestamptz, include: boolean } }
                  bought: { source: s, time: at, fields: { at: timestamptz, include: [ { id: text } ] } }
                  returned: { source: s, time: at, fields: { at: timestamptz, include: { type: int } } }
                """;

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.events())
                .allSatisfy(event -> assertThat(event.fields().fields())
                        .extracting(field -> field.name().value())
                        .containsExactly("at", "include"));
    }

    @Test
    void areToldOfOnceWhereverTheyAreIncluded() {
        // Given
        var yaml = HEAD + """
                field_groups: { address: { city: txt } }
                events:
                  sold: { source: s, time: at, fields: { at: timestamptz, include: [address] } }
                  bought: { source: s, time: at, fields: { at: timestamptz, include: [address] } }
                """;

        // When
        var issues = Resolutions.issues(yaml);

        // Then
        assertThat(issues)
                .containsExactly("ERROR field_groups.address.city: there is no type 'txt'. Did you mean 'text'?");
    }
}
