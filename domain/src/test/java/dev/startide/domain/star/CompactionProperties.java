package dev.startide.domain.star;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Changes that are dropped make no difference, whenever they are dropped and whatever comes after.
class CompactionProperties {

    private static final Compaction COMPACTION = compaction();

    @Test
    void changesNoHistory() {
        AtomicInteger dropped = new AtomicInteger();
        property().tried(5_000).forAllLists(gen -> gen.listOf(2, 12, Lives::change), changes -> {
            List<StoredChange> kept = new ArrayList<>();
            List<StoredChange> all = new ArrayList<>();
            for (EntityChange change : changes) {
                all.add(StoredChange.of(change));
                kept.add(StoredChange.of(change));
                if (change.order().event().low() % 2 == 0) {
                    drop(kept);
                }
                assertThatTheyTellTheSame(kept, all);
            }
            dropped.addAndGet(all.size() - kept.size());
        });
        assertThat(dropped).as("changes that were dropped").hasPositiveValue();
    }

    @Test
    void keepsTheSameWheneverItDrops() {
        property().tried(5_000).forAllLists(gen -> gen.listOf(2, 12, Lives::change), changes -> {
            List<StoredChange> atOnce = new ArrayList<>(Lives.stored(changes));
            drop(atOnce);
            List<StoredChange> stepwise = new ArrayList<>();
            for (EntityChange change : changes) {
                stepwise.add(StoredChange.of(change));
                drop(stepwise);
            }
            assertThat(stepwise).containsExactlyInAnyOrderElementsOf(same(atOnce, stepwise));
        });
    }

    /// Changes hold arrays, which are equal only to themselves.
    private static List<StoredChange> same(List<StoredChange> wanted, List<StoredChange> known) {
        return wanted.stream()
                .map(change -> known.stream()
                        .filter(other -> other.order().equals(change.order()))
                        .findFirst()
                        .orElse(change))
                .toList();
    }

    private static void assertThatTheyTellTheSame(List<StoredChange> kept, List<StoredChange> all) {
        for (Dimension.Members dimension : Lives.DIMENSIONS) {
            MemberColumns columns = new MemberColumns(dimension, Lives.PERSON);
            assertThat(Lives.asText(Lives.told(columns, kept)))
                    .as(dimension.name().value())
                    .isEqualTo(Lives.asText(Lives.told(columns, all)));
        }
    }

    private static void drop(List<StoredChange> changes) {
        Set<ChangeOrder> superfluous = COMPACTION.superfluous(changes);
        changes.removeIf(change -> superfluous.contains(change.order()));
    }

    private static Compaction compaction() {
        boolean[] firstCounts = new boolean[Lives.PERSON.attributes().size()];
        firstCounts[Lives.PERSON.attributeAt(new ColumnName("origin"))] = true;
        return new Compaction(firstCounts, new boolean[firstCounts.length]);
    }
}
