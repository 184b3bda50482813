package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Outrigger;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What references to other dimensions add to the history of a dimension's members.
///
/// A member's *own* versions come from what was said of it alone; beside its attributes they have
/// one value for each reference: the natural key that was said, or null. As it is shown, a version
/// has the keys of the member that is referred to, and where the version of that member is shown,
/// an own version is split wherever another one of these begins. So the history that is shown is a
/// function of the own versions and of the histories that are referred to, and the own versions can
/// be read off it again.
final class Cascade {

    /// Finds members of other dimensions.
    @FunctionalInterface
    interface Members {

        /// The member, which is inferred if nobody has heard of it.
        Member member(DimensionName dimension, Key naturalKey);
    }

    private final int attributes;
    private final List<Reference> references;

    /// A reference, and where its values are among those of a version.
    private record Reference(OutriggerLayout layout, StatedKey stated, int from) {

        DimensionName dimension() {
            return layout.outrigger().dimension();
        }

        boolean followsVersions() {
            return layout.outrigger().as() == Outrigger.As.VERSION;
        }

        @Nullable
        Key read(@Nullable Object[] shown) {
            return shown[from] == null ? null : Key.from(shown, from, layout.naturalKeyWidth());
        }

        void write(@Nullable Object[] shown, @Nullable Key key, @Nullable Member member, Instant at) {
            if (key != null) {
                key.writeTo(shown, from);
            }
            int keyAt = from + layout.keyAt() - layout.at();
            int durableKeyAt = from + layout.durableKeyAt() - layout.at();
            shown[keyAt] =
                    member == null ? MemberLayout.UNKNOWN_KEY : member.asOf(at).key();
            shown[durableKeyAt] = member == null ? MemberLayout.UNKNOWN_KEY : member.durableKey();
        }
    }

    Cascade(MemberLayout layout, Entity entity) {
        this.attributes = layout.outriggersAt() - layout.attributesAt();
        this.references = layout.outriggers().stream()
                .map(outrigger -> new Reference(
                        outrigger,
                        StatedKey.of(outrigger.outrigger().key(), entity),
                        outrigger.at() - layout.attributesAt()))
                .toList();
    }

    /// What an own version shows of each reference.
    List<Shown> shown() {
        return Collections.nCopies(references.size(), Shown.VALID);
    }

    /// What a change says, attributes and references.
    ///
    /// @param said what it says of the dimension's attributes
    /// @param entityValues what it says of the entity's attributes
    @Nullable
    Object[] said(@Nullable Object[] said, Key naturalKey, @Nullable Object[] entityValues) {
        @Nullable Object[] all = Arrays.copyOf(said, said.length + references.size());
        for (int index = 0; index < references.size(); index++) {
            all[said.length + index] = references.get(index).stated().in(naturalKey, entityValues);
        }
        return all;
    }

    /// Whether a member may refer to another one of its own dimension.
    boolean refersTo(DimensionName dimension) {
        return references.stream().anyMatch(reference -> reference.dimension().equals(dimension));
    }

    /// Sees to it that every member exists that a change names, also one that another change of the
    /// same instant takes back: else it would depend on the batches whether it exists.
    void meet(Key naturalKey, @Nullable Object[] entityValues, Members members) {
        for (Reference reference : references) {
            if (reference.stated().in(naturalKey, entityValues) instanceof Key key) {
                members.member(reference.dimension(), key);
            }
        }
    }

    /// The natural keys in a dimension that a change names.
    void collect(Key naturalKey, @Nullable Object[] entityValues, DimensionName dimension, Set<Key> into) {
        for (Reference reference : references) {
            if (reference.dimension().equals(dimension)
                    && reference.stated().in(naturalKey, entityValues) instanceof Key key) {
                into.add(key);
            }
        }
    }

    /// The natural keys in a dimension that versions name.
    void collect(List<MemberVersion> shown, DimensionName dimension, Set<Key> into) {
        for (Reference reference : references) {
            if (reference.dimension().equals(dimension)) {
                for (MemberVersion version : shown) {
                    Key key = reference.read(version.attributes());
                    if (key != null) {
                        into.add(key);
                    }
                }
            }
        }
    }

    /// A member's own versions, from those that are shown.
    List<Version> own(List<Version> shown) {
        List<Version> own = new ArrayList<>(shown.size());
        if (references.isEmpty()) {
            return shown;
        }
        for (Version version : shown) {
            @Nullable Object[] values = own(version.attributes());
            if (own.isEmpty()
                    || own.getLast().life() != version.life()
                    || !Arrays.deepEquals(own.getLast().attributes(), values)) {
                own.add(new Version(version.from(), version.life(), values));
            }
        }
        return own;
    }

    /// A member's versions as they are shown.
    List<Version> shown(List<Version> own, Members members) {
        if (references.isEmpty()) {
            return own;
        }
        List<Version> shown = new ArrayList<>();
        for (int index = 0; index < own.size(); index++) {
            Instant until = index + 1 < own.size() ? own.get(index + 1).from() : MemberLayout.OPEN_END;
            addShown(own.get(index), until, members, shown);
        }
        return shown;
    }

    /// The values of a version of which nothing was said.
    @Nullable
    Object[] unsaid() {
        @Nullable Object[] values = new Object[attributes + references.size()];
        return shown(values, new Member[references.size()], MemberLayout.OPEN_START);
    }

    private void addShown(Version own, Instant until, Members members, List<Version> shown) {
        @Nullable Member[] referred = new Member[references.size()];
        TreeSet<Instant> starts = new TreeSet<>(Set.of(own.from()));
        for (int index = 0; index < referred.length; index++) {
            Reference reference = references.get(index);
            if (own.attributes()[attributes + index] instanceof Key key) {
                Member member = members.member(reference.dimension(), key);
                referred[index] = member;
                if (reference.followsVersions()) {
                    member.versions().forEach(version -> starts.add(version.from()));
                }
            }
        }
        starts.subSet(own.from(), until)
                .forEach(start -> shown.add(new Version(start, own.life(), shown(own.attributes(), referred, start))));
    }

    private @Nullable Object[] shown(@Nullable Object[] own, @Nullable Member[] referred, Instant at) {
        int width = attributes
                + references.stream()
                        .mapToInt(reference -> reference.layout().width())
                        .sum();
        @Nullable Object[] shown = new Object[width];
        System.arraycopy(own, 0, shown, 0, attributes);
        for (int index = 0; index < referred.length; index++) {
            references.get(index).write(shown, (Key) own[attributes + index], referred[index], at);
        }
        return shown;
    }

    private @Nullable Object[] own(@Nullable Object[] shown) {
        @Nullable Object[] own = Arrays.copyOf(shown, attributes + references.size());
        for (int index = 0; index < references.size(); index++) {
            own[attributes + index] = references.get(index).read(shown);
        }
        return own;
    }
}
