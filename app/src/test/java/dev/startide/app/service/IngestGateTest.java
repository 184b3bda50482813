package dev.startide.app.service;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IngestGateTest {

    private static final SourceName ORDERS = new SourceName("orders");
    private static final LaneName LANE = new LaneName("0");

    private final IngestGate gate =
            new IngestGate(new RecordingIngest(aSource("orders").build()), Duration.ofMillis(1));

    @Test
    void letsNobodyInBeforeTheWarehouseIsKnown() {
        // When
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> gate.open(ORDERS, LANE));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void letsEverybodyInAfterwards() {
        // Given
        gate.open();

        // When
        OpenLane lane = gate.open(ORDERS, LANE);

        // Then
        assertThat(lane.name()).isEqualTo(LANE);
    }
}
