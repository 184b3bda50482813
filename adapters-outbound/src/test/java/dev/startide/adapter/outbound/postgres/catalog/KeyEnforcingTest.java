package dev.startide.adapter.outbound.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.Integrity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEnforcingTest {

    private static final WarehouseSchema DECLARED = WarehouseLayout.of(
                    Shop.MODEL.keeping(new Integrity(Enforcement.DECLARED, Map.of())))
            .schema();

    @ParameterizedTest
    @ValueSource(ints = {16, 17})
    void refusesToDeclareKeysOnAServerThatCannot(int version) {
        // When
        var refusal =
                catchThrowableOfType(StartideException.class, () -> KeyEnforcing.requireServer(DECLARED, version));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(refusal).hasMessageContaining("PostgreSQL " + version).hasMessageContaining("'enforced'");
    }

    @Test
    void declaresKeysOnAServerThatCan() {
        assertThatNoException().isThrownBy(() -> KeyEnforcing.requireServer(DECLARED, 18));
    }

    @Test
    void enforcesKeysOnEveryServer() {
        assertThatNoException().isThrownBy(() -> KeyEnforcing.requireServer(Shop.LAYOUT.schema(), 16));
    }
}
