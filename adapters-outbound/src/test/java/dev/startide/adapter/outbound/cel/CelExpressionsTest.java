package dev.startide.adapter.outbound.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.port.outbound.Expressions.Envelope;
import dev.startide.domain.port.outbound.Expressions.Outcome;
import dev.startide.domain.port.outbound.Expressions.Path;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.ExpressionProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CelExpressionsTest {

    private static final CelExpressions EXPRESSIONS = new CelExpressions();

    static Stream<Arguments> expressionsAndTheirValues() {
        return Stream.of(
                Arguments.of("event.price + event.price", exact("21.00")),
                Arguments.of("event.price - 1", exact("9.5")),
                Arguments.of("2 * event.price", exact("21")),
                Arguments.of("-event.price", exact("-10.5")),
                Arguments.of("event.price > 10", truth(true)),
                Arguments.of("event.price > 10.5", truth(false)),
                Arguments.of("10 <= event.price && event.price <= 10.5", truth(true)),
                Arguments.of("event.price == decimal('10.50')", truth(true)),
                Arguments.of("event.price != decimal('10.5')", truth(false)),
                Arguments.of("event.price == 10.5", truth(true)),
                Arguments.of("event.price in [1, 10.5]", truth(true)),
                Arguments.of("event.price in event", truth(false)),
                Arguments.of("11 == event.price + event.half", truth(true)),
                Arguments.of("[event.price] == [10.5] && {'a': event.price} != {'a': 1}", truth(true)),
                Arguments.of("'b' in event.tags && 'count' in event && !('c' in event.tags)", truth(true)),
                Arguments.of("decimal(event.count) == decimal('3.0')", truth(true)),
                Arguments.of("string(event.price)", text("10.5")),
                Arguments.of("double(event.price) / 2.0", new Scalar.Floating(5.25)),
                Arguments.of("event.count + 1", new Scalar.Whole(4)),
                Arguments.of("event.count % 2 == 1", truth(true)),
                Arguments.of("event.name.trim().lowerAscii()", text("abc")),
                Arguments.of("event.name.matches('^ ?[A-C]+')", truth(true)),
                Arguments.of("event.nothing == null", truth(true)),
                Arguments.of("event.nothing == null ? 'none' : 'some'", text("none")),
                Arguments.of("has(event.absent) ? event.absent : 'none'", text("none")),
                Arguments.of("event.tags.exists(tag, tag == 'b')", truth(true)),
                Arguments.of("event.tags[1]", text("b")),
                Arguments.of("size(event.tags)", new Scalar.Whole(2)),
                Arguments.of("event.at < timestamp('2027-01-01T00:00:00Z')", truth(true)),
                Arguments.of("event.day == '2026-03-15'", truth(true)),
                Arguments.of("{'a': event.count}", Map.of("a", new Scalar.Whole(3))),
                Arguments.of("event.tags.map(tag, tag + '!')", List.of(text("a!"), text("b!"))),
                Arguments.of("ce.type", text("order.placed")));
    }

    @ParameterizedTest
    @MethodSource("expressionsAndTheirValues")
    void evaluates(String expression, Object expected) {
        // When
        Outcome outcome = EXPRESSIONS.compile(expression).evaluate(scope());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Value.class, value -> {
            if (expected instanceof Scalar.Exact(BigDecimal number)) {
                assertThat(value.tree())
                        .isInstanceOfSatisfying(
                                Scalar.Exact.class,
                                exact -> assertThat(exact.value()).isEqualByComparingTo(number));
            } else {
                assertThat(value.tree()).isEqualTo(expected);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "event.name + event.count",
        "event.price + double(event.count)",
        "event.tags[7]",
        "event.tags.x",
        "int(event.name)",
        "decimal(event.name)",
        "1 % (event.count - 3)",
        "9223372036854775807 + event.count",
        "event.name.substring(99)",
        "event.name.matches(event.name + '(')",
        "timestamp(event.name)",
    })
    void failsWithoutQuotingValues(String expression) {
        // When
        Outcome outcome = EXPRESSIONS.compile(expression).evaluate(scope());

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message())
                                .startsWith("the expression failed: ")
                                .doesNotContain("ABC"));
    }

    @Test
    void stopsLoopsThatTakeTooLong() {
        // Given
        String expression = "event.many.all(a, event.many.all(b, event.many.all(c, a + b + c >= 0)))";

        // When
        Outcome outcome = EXPRESSIONS.compile(expression).evaluate(scope());

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Failed("the expression failed: it took too many steps"));
    }

    @Test
    void saysWhatIsOnlySelected() {
        // When
        Optional<Path> path = EXPRESSIONS.compile("event.customer.id").path();

        // Then
        assertThat(path).contains(new Path(Path.Root.EVENT, List.of("customer", "id")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.a + | text | 9",
                "evnt.a | text | 0",
                "event.a.nosuch() | text | 14",
                "'a' + 1 | text | 4",
                "decimal('1.5') == 1.5 | boolean | 15",
                "event.a / 2 | int | 8",
                "true | timestamptz | 0",
                "event.tags.map(t, t) | text | 0",
                "1.5 | decimal(12,2) | 0",
            })
    void pointsAtWhatIsWrong(String expression, String type, int offset) {
        // When
        Optional<ExpressionProblem> problem =
                EXPRESSIONS.check(expression, LogicalType.parse(type).orElseThrow());

        // Then
        assertThat(problem).hasValueSatisfying(found -> {
            assertThat(found.offset()).as(found.message()).isEqualTo(offset);
            assertThat(found.message()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.kind == 'a' | boolean",
                "event.email.trim().lowerAscii() | text",
                "event.total | decimal(12,2)",
                "event.a + event.b | decimal(12,2)",
                "decimal('1.5') | decimal(12,2)",
                "event.tags.map(t, t) | json",
                "timestamp(event.at) | timestamptz",
                "element.x | int",
                "size(event.tags) | bigint",
            })
    void findsNothingWrongWithWhatFits(String expression, String type) {
        // When
        Optional<ExpressionProblem> problem =
                EXPRESSIONS.check(expression, LogicalType.parse(type).orElseThrow());

        // Then
        assertThat(problem).isEmpty();
    }

    @Test
    void doesNotCompileWhatCannotBeUsed() {
        // When / Then
        assertThatThrownBy(() -> EXPRESSIONS.compile("event.")).isInstanceOf(StartideException.class);
    }

    private static Scope scope() {
        Map<String, Object> event = new HashMap<>();
        event.put("price", exact("10.50"));
        event.put("half", exact("0.5"));
        event.put("count", new Scalar.Whole(3));
        event.put("name", text(" ABC "));
        event.put("nothing", null);
        event.put("tags", Arrays.asList(text("a"), text("b")));
        event.put("at", new Scalar.Moment(Instant.parse("2026-03-15T12:00:00Z")));
        event.put("day", new Scalar.Day(LocalDate.of(2026, 3, 15)));
        event.put("many", java.util.Collections.nCopies(1000, new Scalar.Whole(1)));
        return new Scope(event, event, Map.of("type", text("order.placed")), Envelope.NONE);
    }

    private static Scalar text(String value) {
        return new Scalar.Text(value);
    }

    private static Scalar truth(boolean value) {
        return new Scalar.Truth(value);
    }

    private static Scalar exact(String value) {
        return new Scalar.Exact(new BigDecimal(value));
    }
}
