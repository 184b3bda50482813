package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPostgres;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.LongForm;
import dev.startide.warehouse.mapping.Source;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection that breaks at a commit leaves it open whether that was made. Nothing is lost by it,
/// and nothing doubled.
class CommitCutsIT {

    private static final int CUTS = LongForm.times(20, 100);

    private ShopAtFault shop;

    @BeforeEach
    void start() {
        shop = ShopAtFault.on(TestPostgres.freshDatabase());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void loadsOnceWhatTheServerNeverHeardOf() throws SQLException {
        // Given
        shop.takeIn(CUTS / 4);
        shop.proxy().cutBeforeCommit(ShopAtFault.LOADING, CUTS);

        // When
        shop.loadAndCompare();

        // Then
        assertThat(shop.proxy().planned()).isZero();
    }

    @Test
    void loadsOnceWhatTheServerNeverAnswered() throws SQLException {
        // Given
        shop.takeIn(CUTS);
        shop.proxy().cutAfterCommit(ShopAtFault.LOADING, CUTS);

        // When
        shop.loadAndCompare();

        // Then
        assertThat(shop.proxy().planned()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void logsOnceWhatWasCutOff(boolean isBefore) {
        // Given
        NumberedSource numbers = source(aSource("numbers").build());
        cut(isBefore);

        // When
        numbers.logUpTo(CUTS * 6L);

        // Then
        assertThat(numbers.failures()).hasSizeGreaterThanOrEqualTo(CUTS);
        assertThat(numbers.failures())
                .extracting(StartideException::code)
                .containsOnly(FailureCode.DATABASE_UNAVAILABLE);
        assertThatEachNumberIsLoggedOnce(CUTS * 6L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void logsOnceWhatWasCutOffAndIsRecognisedByItsId(boolean isBefore) {
        // Given
        NumberedSource numbers = source(aSource("numbers")
                .dedupedBy(new Source.Dedupe.ById(Duration.ofDays(1)))
                .build());
        cut(isBefore);

        // When
        numbers.logUpTo(CUTS * 6L);

        // Then
        assertThat(shop.proxy().planned()).isZero();
        assertThatEachNumberIsLoggedOnce(CUTS * 6L);
    }

    private void cut(boolean isBefore) {
        if (isBefore) {
            shop.proxy().cutBeforeCommit(ShopAtFault.LOGGING, CUTS);
        } else {
            shop.proxy().cutAfterCommit(ShopAtFault.LOGGING, CUTS);
        }
    }

    private NumberedSource source(Source source) {
        return new NumberedSource(source, shop.storage().port(RawLog.class), 5);
    }

    private void assertThatEachNumberIsLoggedOnce(long last) {
        assertThat(shop.storage().query("select event_id from raw.event order by position"))
                .isEqualTo(LongStream.rangeClosed(1, last)
                        .mapToObj(number -> "e-" + number)
                        .toList());
    }
}
