package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a warehouse answers about individuals that have several keys.
interface WarehouseKeys extends WarehouseTesting {

    AliasLayout KEYS = Renaming.LAYOUT.aliases().getFirst();

    AdaptersUnderTest adaptersWith(WarehouseLayout layout);

    @Test
    default void tellsAllKeysOfAnIndividualByAnyOfThem() {
        // Given
        adaptersWith(Renaming.LAYOUT);
        write(aWrite().inserting(
                        KEYS.table(),
                        new Object[] {"c-1", "c-1"},
                        new Object[] {"c-2", "c-1"},
                        new Object[] {"c-5", "c-1"},
                        new Object[] {"c-3", "c-3"},
                        new Object[] {"c-4", "c-3"}));

        // When
        var found = warehouse().identities(KEYS, List.of(Key.of("c-5"), Key.of("c-9")));

        // Then
        assertThat(found)
                .containsOnlyKeys(Key.of("c-1"), Key.of("c-2"), Key.of("c-5"))
                .containsValue(Key.of("c-1"))
                .doesNotContainValue(Key.of("c-3"));
    }

    @Test
    default void tellsNothingOfWhoeverHasOneKey() {
        // Given
        adaptersWith(Renaming.LAYOUT);

        // When
        var found = warehouse().identities(KEYS, List.of(Key.of("c-1")));

        // Then
        assertThat(found).isEmpty();
    }
}
