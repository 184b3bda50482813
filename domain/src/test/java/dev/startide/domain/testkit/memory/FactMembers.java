package dev.startide.domain.testkit.memory;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.StoredShare;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the natural keys of the members that a fact's row points at.
final class FactMembers {

    /// Version key and durable key stand before it.
    private static final int NATURAL_KEY_AT = 2;

    private final InMemoryDatabase database;
    private final FactLayout layout;

    FactMembers(InMemoryDatabase database, FactLayout layout) {
        this.database = database;
        this.layout = layout;
    }

    List<Optional<Key>> of(@Nullable Object[] fact) {
        List<Optional<Key>> members = new ArrayList<>();
        int at = layout.eventTimeAt() + 1;
        for (Role role : layout.fact().roles()) {
            switch (role) {
                case Role.OfMember member -> {
                    members.add(naturalKey(member, fact[at]));
                    at += FactLayout.keysOf(member);
                }
                case Role.OfDay _, Role.OfTime _, Role.OfJunk _ -> at++;
                case Role.OfBridge _ -> {}
            }
        }
        return members;
    }

    /// The flags of the combinations that a fact's row points at, role by role.
    @Nullable
    Object[] flagsOf(@Nullable Object[] fact) {
        List<@Nullable Object> flags = new ArrayList<>();
        List<Column> columns = layout.table().columns();
        for (int index = 0; index < fact.length; index++) {
            for (Role role : layout.fact().roles()) {
                if (role instanceof Role.OfJunk && columns.get(index).name().equals(FactLayout.keyOf(role))) {
                    @Nullable
                    Object[] row = database.table(MemberLayout.tableOf(
                                    role.dimension(), layout.table().name().schema()))
                            .row(Key.of(fact[index]))
                            .orElseThrow();
                    flags.addAll(Arrays.asList(row).subList(1, row.length));
                }
            }
        }
        return flags.toArray();
    }

    /// The rows of the fact's bridges, bridge by bridge.
    List<List<StoredShare>> sharesOf(Key grain) {
        return layout.bridges().stream()
                .map(bridge -> database.table(bridge.table().name()).rows().stream()
                        .filter(row -> Key.from(row, 0, bridge.keyAt()).equals(grain))
                        .map(row ->
                                new StoredShare(row, naturalKey(bridge.role().ofOne(), row[bridge.keyAt()])))
                        .toList())
                .toList();
    }

    private Optional<Key> naturalKey(Role.OfMember role, @Nullable Object versionKey) {
        if (versionKey instanceof Long key && key < 0) {
            return Optional.empty();
        }
        return database.table(MemberLayout.tableOf(
                        role.dimension(), layout.table().name().schema()))
                .row(Key.of(versionKey))
                .map(version -> Key.from(version, NATURAL_KEY_AT, role.inputs().size()));
    }
}
