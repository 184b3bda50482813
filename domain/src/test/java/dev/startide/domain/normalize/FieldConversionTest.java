package dev.startide.domain.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldConversionTest {

    @Test
    void allowsEqualValuesHoweverTheyAreWritten() {
        // Given
        FieldConversion rate = FieldConversion.of(field(new LogicalType.Decimal(4, 2), "0.1", "0.20"));

        // When
        Converted converted = rate.convert(new Scalar.Text("0.2"));

        // Then
        assertThat(converted).isEqualTo(new Converted.Value(new BigDecimal("0.20")));
    }

    @Test
    void refusesOtherValuesWithoutRepeatingThem() {
        // Given
        FieldConversion segment = FieldConversion.of(field(new LogicalType.Text(), "new", "vip"));

        // When
        Converted converted = segment.convert(new Scalar.Text("secret"));

        // Then
        assertThat(converted).isInstanceOfSatisfying(Converted.Problem.class, problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.VALUE_NOT_ALLOWED);
            assertThat(problem.message()).doesNotContain("secret");
        });
    }

    @Test
    void comparesBytesByContent() {
        // Given
        FieldConversion flags = FieldConversion.of(field(new LogicalType.Bytes(), "AQ=="));

        // When
        Converted converted = flags.convert(new Scalar.Binary(new byte[] {1}));

        // Then
        assertThat(converted).isInstanceOf(Converted.Value.class);
    }

    @Test
    void cannotBeMadeFromAllowedValuesOfAnotherType() {
        // Given
        Field.Scalar field = field(new LogicalType.Int(), "one");

        // When / Then
        assertThatThrownBy(() -> FieldConversion.of(field)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Field.Scalar field(LogicalType type, String... allowed) {
        return new Field.Scalar(
                ColumnName.column("field"),
                type,
                Field.Presence.OPTIONAL,
                new Field.ValueSource.SameName(),
                List.of(allowed),
                "");
    }
}
