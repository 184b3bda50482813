package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.warehouse.mapping.SourceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept of sources that are paused. An adapter proves itself by extending this class and
/// supplying an empty database.
public abstract class PausedSourcesContract {

    private static final SourceName ORDERS = new SourceName("orders");
    private static final SourceName CUSTOMERS = new SourceName("customers");

    private PausedSources sources;

    protected abstract PausedSources nothingPaused();

    @BeforeEach
    final void startEmpty() {
        sources = nothingPaused();
    }

    @Test
    void tellsWhatIsPausedAndWhy() {
        // When
        sources.pause(burst(ORDERS, Rejection.Reason.TYPE_MISMATCH));
        sources.pause(burst(CUSTOMERS, Rejection.Reason.FIELD_MISSING));

        // Then
        assertThat(sources.paused())
                .extracting(PausedSource::source, PausedSource::reason, PausedSource::message)
                .containsExactly(
                        tuple(CUSTOMERS, Rejection.Reason.FIELD_MISSING, "no number"),
                        tuple(ORDERS, Rejection.Reason.TYPE_MISMATCH, "no number"));
        assertThat(sources.letThrough()).isEmpty();
    }

    @Test
    void remembersWhatWasLetThrough() {
        // Given
        sources.pause(burst(ORDERS, Rejection.Reason.TYPE_MISMATCH));

        // When
        boolean wasPaused = sources.resume(ORDERS, "anna", "we know");

        // Then
        assertThat(wasPaused).isTrue();
        assertThat(sources.paused()).isEmpty();
        assertThat(sources.letThrough()).containsExactly(new LetThrough(ORDERS, Rejection.Reason.TYPE_MISMATCH));
    }

    @Test
    void letsNothingGoOnThatIsNotPaused() {
        assertThat(sources.resume(ORDERS, "anna", "")).isFalse();
        assertThat(sources.letThrough()).isEmpty();
    }

    @Test
    void forgetsWhatWasLetThroughWhenItIsPausedAgain() {
        // Given
        sources.pause(burst(ORDERS, Rejection.Reason.TYPE_MISMATCH));
        sources.resume(ORDERS, "anna", "");

        // When
        sources.pause(burst(ORDERS, Rejection.Reason.FIELD_MISSING));

        // Then
        assertThat(sources.paused()).extracting(PausedSource::reason).containsExactly(Rejection.Reason.FIELD_MISSING);
        assertThat(sources.letThrough()).isEmpty();
    }

    private static Burst burst(SourceName source, Rejection.Reason reason) {
        return new Burst(source, new Rejection(Rejection.Stage.PARSE, reason, "no number"));
    }
}
