package dev.startide.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final SourceName ORDERS = new SourceName("orders");

    private static ApiKey key(String sender, String key) {
        return new ApiKey(
                new Sender(new SenderName(sender), new SenderScope.Only(Set.of(ORDERS)), new SenderRate.Usual()),
                KeyHash.of(key),
                Instant.EPOCH);
    }

    @Test
    void knowsWhoseAKeyIs() {
        // Given
        KeyRing ring = new KeyRing(List.of(key("shop", "stk_1"), key("bank", "stk_2"), key("shop", "stk_3")));

        // When
        var owners = List.of(ring.senderOf("stk_1"), ring.senderOf("stk_2"), ring.senderOf("stk_3"));

        // Then
        assertThat(owners)
                .extracting(owner -> owner.orElseThrow().name().value())
                .containsExactly("shop", "bank", "shop");
    }

    @Test
    void knowsNobodyByAHash() {
        // Given
        KeyRing ring = new KeyRing(List.of(key("shop", "stk_1")));

        // When
        var owner = ring.senderOf(KeyHash.of("stk_1").hex());

        // Then
        assertThat(owner).isEmpty();
    }

    @Test
    void holdsTwoKeysOfASenderAndNoMore() {
        // Given
        var three = List.of(key("shop", "stk_1"), key("shop", "stk_2"), key("shop", "stk_3"));

        // When
        assertThatThrownBy(() -> new KeyRing(three))

                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop has 3 keys");
    }
}
