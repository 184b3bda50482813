package dev.startide.adapter.outbound.modelfile;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.SqlCheck;
import dev.startide.warehouse.validation.SqlCheck.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JooqSqlCheckTest {

    private static final Map<ColumnName, LogicalType> COLUMNS = Map.of(
            column("quantity"), new LogicalType.Int(),
            column("price"), new LogicalType.Decimal(12, 2),
            column("channel"), new LogicalType.Text(),
            column("placed_at"), new LogicalType.Timestamp(),
            column("due"), new LogicalType.Date());

    private final JooqSqlCheck check = new JooqSqlCheck();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity",
                "quantity * price",
                "Quantity * (1 - price / 100.0)",
                "round(price * 1.2, 2)",
                "case when channel = 'web' then price else 0 end",
                "coalesce(quantity, 0)::numeric(12,2)",
                "cast(quantity as double precision)",
                "case when channel is not distinct from 'a''b' then 1 end",
                "due - due",
                "length(channel || 'x')"
            })
    void acceptsExpressionsOverOneRow(String sql) {
        // When
        var finding = check.checkScalar(sql, COLUMNS);

        // Then
        assertThat(finding).isInstanceOf(Finding.Usable.class);
    }

    @Test
    void namesTheColumnsInOrderOfAppearance() {
        // When
        var finding = check.checkScalar("price * quantity + price", COLUMNS);

        // Then
        assertThat(finding)
                .isEqualTo(new Finding.Usable(
                        "price * quantity + price", List.of(column("price"), column("quantity")), List.of()));
    }

    @Test
    void tellsWhatIsSummedUpAndWhatOnlyStandsBeside() {
        // When
        var finding = check.checkAggregate(
                "sum(price * (quantity + 1)) filter (where quantity > 0) / nullif(sum(quantity), 0) + max(price)",
                COLUMNS,
                "fact");

        // Then
        assertThat(finding)
                .asInstanceOf(type(Finding.Usable.class))
                .extracting(Finding.Usable::sums)
                .isEqualTo(List.of(
                        new SqlCheck.Sum(List.of(column("price"), column("quantity")), true),
                        new SqlCheck.Sum(List.of(column("quantity")), false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    quantity * prise            | 11 | there is no column 'prise'
                    quantity; drop table x      | 8  | ';' cannot be used here
                    (select 1)                  | 1  | there is no column 'select'
                    (select(1))                 | 1  | function 'select' cannot be used here
                    now()                       | 0  | function 'now' cannot be used here
                    random() * quantity         | 0  | function 'random' cannot be used here
                    current_date                | 0  | there is no column 'current_date'
                    sum(quantity)               | 0  | 'sum' needs more than one row
                    quantity -- all of it       | 9  | '-' cannot be used here
                    quantity /* all */          | 9  | '/' cannot be used here
                    "quantity"                  | 0  | '"' cannot be used here
                    $1                          | 0  | '$' cannot be used here
                    E'\\''                      | 0  | 'E' cannot be used here
                    'a\\b'                      | 0  | ''' cannot be used here
                    x.quantity                  | 1  | '.' cannot be used here
                    channel::date               | 9  | a value cannot become 'date' here
                    cast(channel as regclass)   | 16 | a value cannot become 'regclass' here
                    placed_at                   | 0  | 'placed_at' is an instant, whose day depends on the time zone
                    quantity *                  | 10 | is no SQL expression
                    quantity price              | 9  | is no SQL expression
                    quantity, price             | 8  | is no SQL expression
                    (quantity                   | 9  | is no SQL expression
                    """)
    void refusesWhatCannotBeComputedAndStored(String sql, int offset, String message) {
        // When
        var finding = check.checkScalar(sql, COLUMNS);

        // Then
        assertThat(finding).isInstanceOfSatisfying(Finding.Unusable.class, unusable -> {
            assertThat(unusable.problem().message()).isEqualTo(message);
            assertThat(unusable.problem().offset()).isEqualTo(offset);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sum(price)                                | sum(fact.price)
                    count(*)                                  | count(*)
                    count(distinct channel)                   | count(distinct fact.channel)
                    sum(price) / nullif(sum(quantity), 0)     | sum(fact.price) / nullif(sum(fact.quantity), 0)
                    min(placed_at)                            | min(fact.placed_at)
                    sum(price) filter (where quantity > 1)    | sum(fact.price) filter (where fact.quantity > 1)
                    round(avg(price), 2)                      | round(avg(fact.price), 2)
                    """)
    void qualifiesTheColumnsOfAggregates(String sql, String qualified) {
        // When
        var finding = check.checkAggregate(sql, COLUMNS, "fact");

        // Then
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Usable.class, usable -> assertThat(usable.sql()).isEqualTo(qualified));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    price                  | 0  | 'price' stands outside of an aggregate
                    sum(price) + quantity  | 13 | 'quantity' stands outside of an aggregate
                    1 + 1                  | 0  | is no aggregate
                    sum(max(price))        | 4  | 'max' stands inside another aggregate
                    sum(channel)           | 4  | column 'channel' is text, which cannot be summed up
                    avg(distinct due)      | 13 | column 'due' is date, which cannot be summed up
                    sum(price) over ()     | 11 | function 'over' cannot be used here
                    summe(price)           | 0  | function 'summe' cannot be used here
                    """)
    void refusesWhatIsNoAggregate(String sql, int offset, String message) {
        // When
        var finding = check.checkAggregate(sql, COLUMNS, "fact");

        // Then
        assertThat(finding).isInstanceOfSatisfying(Finding.Unusable.class, unusable -> {
            assertThat(unusable.problem().message()).isEqualTo(message);
            assertThat(unusable.problem().offset()).isEqualTo(offset);
        });
    }

    @Test
    void refusesAnEndlessExpression() {
        // When
        var finding = check.checkScalar("(".repeat(3_000), COLUMNS);

        // Then
        assertThat(finding).isInstanceOf(Finding.Unusable.class);
    }

    @Test
    void survivesDeeplyNestedBrackets() {
        // When
        var finding = check.checkScalar("(".repeat(999) + "quantity" + ")".repeat(999), COLUMNS);

        // Then
        assertThat(finding).isNotNull();
    }
}
