package dev.startide.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "varchar(10)",
                "int",
                "bigint",
                "decimal(12,2)",
                "double",
                "boolean",
                "date",
                "time",
                "timestamptz",
                "uuid",
                "json",
                "bytea"
            })
    void saysWhatItRead(String written) {
        // When
        var type = LogicalType.parse(written);

        // Then
        assertThat(type.map(LogicalType::sqlName)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "money", "varchar", "varchar(0)", "varchar(1,2)", "decimal(2,3)", "int(4)", "decimal(0)"})
    void knowsNoSuchType(String written) {
        // When
        var type = LogicalType.parse(written);

        // Then
        assertThat(type).isEmpty();
    }
}
