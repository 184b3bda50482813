package dev.startide.domain.testkit.oracle;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What events say of a fact, and the rows of its table.
final class FactFold {

    static final ColumnName TIME = column("event_time");

    private final Fact fact;
    private final List<Said> everything;
    private final Map<Key, List<Said>> statements;

    private FactFold(Fact fact, List<Said> everything) {
        this.fact = fact;
        this.everything = everything;
        this.statements = Said.byKey(everything);
    }

    static FactFold of(WarehouseModel model, Fact fact, List<TypedEvent> events) {
        List<Said> said = new ArrayList<>();
        for (TypedEvent event : events) {
            for (Feed<FactName> feed : model.factFeeds()) {
                if (feed.event().equals(event.type().name()) && feed.target().equals(fact.name())) {
                    Part.of(event, feed.scope()).stream()
                            .filter(part -> feed.effect() != Feed.Effect.STATES || event.kind() == ChangeKind.STATED)
                            .forEach(part -> said.add(
                                    part.tellsTheEnd(feed.effect())
                                            ? Said.gone(grainOf(fact, part), part.order())
                                            : statement(fact, part, model.timeZone())));
                }
            }
        }
        return new FactFold(fact, said);
    }

    /// Every member of a dimension that was ever named, even if another was named later.
    Set<Key> named(DimensionName dimension) {
        Set<Key> named = new HashSet<>();
        for (Role role : fact.roles()) {
            if (role.dimension().equals(dimension) || hasTrail(role, dimension)) {
                for (Said said : everything) {
                    Object value = said.values().get(slotOf(role));
                    Collection<?> each =
                            value instanceof Map<?, ?> list ? list.keySet() : List.of(String.valueOf(value));
                    if (value instanceof Key key) {
                        named.add(key);
                    }
                    each.stream()
                            .filter(Key.class::isInstance)
                            .map(Key.class::cast)
                            .forEach(named::add);
                }
            }
        }
        return named;
    }

    private static boolean hasTrail(Role role, DimensionName dimension) {
        return role instanceof Role.OfMember member
                && member.combinations().stream()
                        .anyMatch(combination -> combination.trail().equals(dimension));
    }

    /// @param until periods that are over at the beginning of this day have been filled
    List<String> rows(Map<DimensionName, MemberFold> members, ZoneId zone, LocalDate until) {
        List<String> rows = new ArrayList<>();
        statements.forEach((grain, inOrder) -> rows.addAll(
                fact.kind() instanceof FactKind.Periodic periodic
                        ? new PeriodFold(this, periodic, zone, until).rows(grain, inOrder, members)
                        : rows(grain, inOrder, members)));
        return rows;
    }

    /// The rows of the bridge in a role.
    List<String> rows(Role.OfBridge role, Map<DimensionName, MemberFold> members) {
        List<String> rows = new ArrayList<>();
        statements.forEach((grain, inOrder) -> rows.addAll(BridgeFold.rows(
                fact,
                role,
                grain,
                (Instant) Said.last(inOrder, TIME),
                (Map<?, ?>) Said.last(inOrder, slotOf(role)),
                members)));
        return rows;
    }

    private List<String> rows(Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        return switch (fact.kind()) {
            case FactKind.Periodic _ -> throw new IllegalStateException("Periods are folded elsewhere");
            case FactKind.Transaction(var changes) ->
                switch (changes) {
                    case UPDATE -> lastSaid(grain, inOrder, members);
                    case NEVER -> List.of(row(grain, List.of(inOrder.getFirst()), members));
                    case REVERSE -> new BookFold(this, fact).rows(grain, inOrder, members);
                };
            case FactKind.Accumulating _ -> lastSaid(grain, inOrder, members);
        };
    }

    private List<String> lastSaid(Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        return inOrder.getLast().isGone() ? List.of() : List.of(row(grain, inOrder, members));
    }

    private String row(Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        Cells cells = cells(grain, inOrder, members, UnaryOperator.identity());
        return EntityFold.orderCells(cells, inOrder.getLast().order()).toString();
    }

    /// What a row shows of what was said.
    ///
    /// @param sign given to the values of measures that add up
    Cells cells(
            Key grain,
            List<Said> inOrder,
            Map<DimensionName, MemberFold> members,
            UnaryOperator<@Nullable Object> sign) {
        Cells cells = new Cells();
        for (int index = 0; index < fact.grain().size(); index++) {
            cells.add(fact.grain().get(index).name(), grain.part(index));
        }
        return cellsAt(EventTimeFold.of(fact, inOrder), cells, inOrder, members, sign);
    }

    private Cells cellsAt(
            Instant time,
            Cells cells,
            List<Said> inOrder,
            Map<DimensionName, MemberFold> members,
            UnaryOperator<@Nullable Object> sign) {
        cells.add(TIME, time);
        for (Role role : fact.roles()) {
            if (role instanceof Role.OfBridge) {
                continue;
            }
            if (role instanceof Role.OfJunk) {
                cells.add(
                        role.name(),
                        role.inputs().stream()
                                .map(flag -> Said.last(inOrder, slotOf(flag)))
                                .toList());
            } else {
                cells.add(role.name(), named(role, Said.last(inOrder, slotOf(role)), time, members));
            }
            if (role instanceof Role.OfMember member) {
                for (Role.Combination combination : member.combinations()) {
                    Object said = Said.last(inOrder, slotOf(role));
                    cells.add(combination.name(), had(member, combination, said, time, members));
                }
            }
        }
        for (Attribute input : fact.storedInputs()) {
            Object value = Said.last(inOrder, input.name());
            cells.add(input.name(), addsUp(input) ? sign.apply(value) : value);
        }
        return cells;
    }

    /// What a row shows of what was said, as of an instant that nobody said.
    Cells cellsAsOf(Instant time, Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        Cells cells = new Cells();
        for (int index = 0; index < fact.grain().size(); index++) {
            cells.add(fact.grain().get(index).name(), grain.part(index));
        }
        return cellsAt(time, cells, inOrder, members, UnaryOperator.identity());
    }

    /// What was said, and the period as if it had been said in the role of that name.
    static List<Said> inPeriod(List<Said> told, LocalDate period) {
        List<Said> more = new ArrayList<>(told);
        more.add(Said.stated(told.getLast().key(), told.getLast().order(), Map.of(column("_period"), period)));
        return more;
    }

    private boolean addsUp(Attribute input) {
        return fact.measures().stream()
                .anyMatch(measure -> measure.name().equals(input.name())
                        && measure.source() instanceof Measure.Source.Input
                        && measure.aggregation() == Measure.Aggregation.SUM);
    }

    private static String had(
            Role.OfMember role,
            Role.Combination combination,
            @Nullable Object said,
            Instant time,
            Map<DimensionName, MemberFold> members) {
        String special = SaidInRole.special(role, said);
        return special != null ? special : members.get(combination.trail()).had((Key) said, time);
    }

    private static String named(
            Role role, @Nullable Object said, Instant time, Map<DimensionName, MemberFold> members) {
        String special = SaidInRole.special(role, said);
        if (special != null) {
            return special;
        }
        return switch (role) {
            case Role.OfMember _ ->
                members.get(role.dimension()).asOf((Key) said, time).name();
            case Role.OfTime _, Role.OfJunk _, Role.OfBridge _ -> String.valueOf(said);
            case Role.OfDay _ -> DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) said);
        };
    }

    private static Said statement(Fact fact, Part part, ZoneId zone) {
        Map<ColumnName, @Nullable Object> said = part.saidOf(fact.storedInputs());
        fact.storedInputs().stream()
                .filter(input -> input.type() instanceof LogicalType.Timestamp)
                .forEach(input -> said.computeIfPresent(input.name(), (_, value) -> instant(value, zone)));
        if (part.speaksOf(fact.time().name())) {
            said.put(TIME, instant(part.value(fact.time().name()), zone));
        }
        for (Role role : fact.roles()) {
            List<ColumnName> fields = Part.names(role.inputs());
            if (role instanceof Role.OfBridge bridge) {
                if (part.speaksOf(bridge.list())) {
                    said.put(slotOf(role), ListFold.said(bridge, part));
                }
            } else if (role instanceof Role.OfJunk) {
                part.saidOf(role.inputs()).forEach((flag, value) -> said.put(column("_" + flag), value));
            } else if (part.speaksOfAll(fields)) {
                said.put(slotOf(role), SaidInRole.said(role, part, zone));
            }
        }
        return Said.stated(grainOf(fact, part), part.order(), said);
    }

    private static Key grainOf(Fact fact, Part part) {
        return part.key(Part.names(fact.grain())).orElseThrow();
    }

    /// Roles and stored inputs may have the same names; an underscore keeps them apart.
    private static ColumnName slotOf(Attribute flag) {
        return column("_" + flag.name());
    }

    /// Roles and stored inputs may have the same names; an underscore keeps them apart.
    private static ColumnName slotOf(Role role) {
        return column("_" + role.name());
    }

    private static @Nullable Object instant(@Nullable Object value, ZoneId zone) {
        return value instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : value;
    }
}
