package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.inbound.ShowHistory;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.trace.KeyText;
import dev.startide.domain.trace.MemberHistory;
import dev.startide.domain.trace.MemberHistory.Statement;
import dev.startide.domain.trace.MemberStory;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.MiniDimension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks a member up, and what was said of it.
public final class HistoryService implements ShowHistory {

    private final WarehouseLayout layout;
    private final RowLookup rows;
    private final CalledKeys keys;

    public HistoryService(WarehouseLayout layout, RowLookup rows) {
        this.layout = layout;
        this.rows = rows;
        this.keys = new CalledKeys(layout, rows);
    }

    @Override
    public Optional<MemberHistory> ofMember(DimensionName dimension, String naturalKey) {
        MemberLayout member = layoutOf(dimension);
        List<Attribute> parts = member.dimension().naturalKey();
        return history(member, names(parts), keys.identity(member.dimension().of(), KeyText.read(parts, naturalKey)));
    }

    @Override
    public Optional<MemberHistory> ofMember(DimensionName dimension, long durableKey) {
        MemberLayout member = layoutOf(dimension);
        return history(
                member, List.of(MemberLayout.durableKeyOf(member.dimension().name())), Key.of(durableKey));
    }

    private Optional<MemberHistory> history(MemberLayout member, List<ColumnName> columns, Key key) {
        List<@Nullable Object[]> versions = rows.rows(member.table(), columns, key);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        MemberStory story = MemberStory.of(member, versions);
        List<Statement> statements = story.naturalKey().stream()
                .flatMap(natural -> layout.changes().stream()
                        .filter(changes -> changes.entity()
                                .name()
                                .equals(member.dimension().of()))
                        .flatMap(changes -> statements(changes, natural).stream()))
                .toList();
        return Optional.of(story.told(statements));
    }

    private List<Statement> statements(ChangeLayout changes, Key key) {
        return MemberStory.statements(
                changes, rows.rows(changes.table(), names(changes.entity().key()), key));
    }

    /// What a member had of a mini-dimension stands in its trail.
    private MemberLayout layoutOf(DimensionName dimension) {
        DimensionName trail = new MiniDimension(dimension, List.of()).trailName();
        return layout.members().stream()
                .filter(member -> member.dimension().name().equals(dimension)
                        || member.dimension().name().equals(trail))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model has no dimension %s with members".formatted(dimension)));
    }

    private static List<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }
}
