package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Unsaid;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the stored changes of an entity that can never make a difference, whatever else is said
/// one day.
///
/// What is said of one instant counts as a whole, so a change is superfluous if everything that it
/// says is said again, of the same instant, by changes that come after it in the total order. Of an
/// attribute whose first value counts, the change must not say that first value either, and of a
/// reference by several attributes it must say nothing. Whether the entity is there is what the
/// last change of the instant says, and that one is never superfluous.
///
/// Changes that are superfluous among all stay so among those that are left, so that it does not
/// matter when they are dropped.
final class Compaction {

    /// For each of the entity's attributes whether a dimension shows the first value of it.
    private final boolean[] firstCounts;

    /// For each of the entity's attributes whether it is a part of a key of several parts by which
    /// a dimension refers to another: such a key is said as a whole, by a change that speaks of all
    /// its parts, so that no others can say it again.
    private final boolean[] partsOfKeys;

    Compaction(boolean[] firstCounts, boolean[] partsOfKeys) {
        this.firstCounts = firstCounts.clone();
        this.partsOfKeys = partsOfKeys.clone();
    }

    /// The orders of those changes that can be dropped.
    ///
    /// @param changes of one entity; where one of an instant is among them, all of that instant are
    Set<ChangeOrder> superfluous(Collection<StoredChange> changes) {
        TreeMap<ChangeOrder, StoredChange> inOrder = new TreeMap<>();
        changes.forEach(change -> inOrder.put(change.order(), change));
        List<StoredChange> sorted = List.copyOf(inOrder.values());
        Set<ChangeOrder> superfluous = new HashSet<>();
        for (int index = 0; index + 1 < sorted.size(); index++) {
            if (isSuperfluous(index, sorted)) {
                superfluous.add(sorted.get(index).order());
            }
        }
        return superfluous;
    }

    private boolean isSuperfluous(int index, List<StoredChange> sorted) {
        StoredChange change = sorted.get(index);
        List<StoredChange> after = sorted.subList(index + 1, sorted.size()).stream()
                .takeWhile(other -> isOfSameInstant(other, change))
                .toList();
        if (change.kind() == ChangeKind.GONE) {
            return !after.isEmpty();
        }
        if (after.stream().allMatch(other -> other.kind() == ChangeKind.GONE)) {
            return false;
        }
        List<StoredChange> before = sorted.subList(0, index);
        for (int attribute = 0; attribute < firstCounts.length; attribute++) {
            if (matters(change, attribute, before, after)) {
                return false;
            }
        }
        return true;
    }

    private boolean matters(StoredChange change, int attribute, List<StoredChange> before, List<StoredChange> after) {
        Object said = change.attributes()[attribute];
        if (said == Unsaid.UNSAID) {
            return false;
        }
        if (partsOfKeys[attribute]) {
            return true;
        }
        boolean mayBeFirst = firstCounts[attribute]
                && said != null
                && before.stream()
                        .filter(other -> isOfSameInstant(other, change))
                        .noneMatch(other -> isValue(other.attributes()[attribute]));
        return mayBeFirst || after.stream().allMatch(other -> other.attributes()[attribute] == Unsaid.UNSAID);
    }

    private static boolean isValue(@Nullable Object said) {
        return said != null && said != Unsaid.UNSAID;
    }

    private static boolean isOfSameInstant(StoredChange one, StoredChange other) {
        return one.order().at().equals(other.order().at());
    }
}
