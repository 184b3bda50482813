package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// Alarms as triggers that PostgreSQL fires when a transaction commits, for each version that was
/// written: the load inserts before it updates and deletes. Each looks at the neighbours of its
/// version, by index.
///
/// A member that is new is not looked at: its one version holds always, and a unique index refuses
/// a second one that begins with it. The function is one for each table, so that its questions are
/// planned once and not for each row, which would cost five times as much.
final class AlarmSql {

    private static final String FUNCTION = SqlFile.beside(AlarmSql.class, "alarm_function.sql");
    private static final String CONTRADICTIONS = SqlFile.beside(AlarmSql.class, "alarm_contradictions.sql");

    /// Goes up when the function says something else, so that warehouses get the new one.
    private static final String EDITION = "1";

    private static final String NEVER = "never";
    private static final String AFTER_DELETE = "after_delete";

    /// Written as the server says it, so that it says the same of what is made again.
    private static final String IS_MOVED = "old.{0} is distinct from new.{0}"
            + " or old.valid_from is distinct from new.valid_from or old.valid_to is distinct from new.valid_to"
            + " or old.is_current is distinct from new.is_current";

    private AlarmSql() {}

    /// The statements that make an alarm, in place of one that exists.
    static List<String> of(TableName table, Alarm alarm) {
        return Stream.concat(Stream.of(function(table, alarm)), triggers(table, alarm))
                .toList();
    }

    /// A question for one version of the table that contradicts another, with the key of its
    /// member, its beginning, and what is wrong with it.
    static String contradictions(TableName table, Alarm alarm) {
        return render(contradictions(table, alarm, DSL.sql("true")));
    }

    /// The alarm that triggers with such arguments stand for; empty if none of ours do.
    static Optional<Alarm> read(List<String> arguments) {
        if (arguments.size() < 3 || !arguments.getFirst().equals(EDITION)) {
            return Optional.empty();
        }
        ColumnName member = new ColumnName(arguments.get(1));
        if (arguments.get(2).equals(NEVER)) {
            return Optional.of(new Alarm(member, new Alarm.Gaps.Never()));
        }
        TableName changes = new TableName(arguments.get(3), arguments.get(4));
        List<ColumnName> key = arguments.stream().skip(5).map(ColumnName::new).toList();
        return Optional.of(new Alarm(member, new Alarm.Gaps.AfterDelete(changes, key)));
    }

    private static String function(TableName table, Alarm alarm) {
        Name member = Names.of(alarm.member());
        return render(DSL.sql(
                FUNCTION,
                functionOf(table),
                Names.of(table),
                member,
                instant(MemberLayout.OPEN_START),
                instant(MemberLayout.OPEN_END),
                contradictions(table, alarm, DSL.sql("v.{0} in (old.{0}, new.{0})", member))));
    }

    private static QueryPart contradictions(TableName table, Alarm alarm, QueryPart which) {
        return DSL.sql(
                CONTRADICTIONS,
                Names.of(table),
                Names.of(alarm.member()),
                instant(MemberLayout.OPEN_START),
                instant(MemberLayout.OPEN_END),
                which,
                mayEnd(alarm.gaps()));
    }

    /// Whether nothing need follow a version, where it ends. A delete at the beginning of time
    /// counts as a microsecond later.
    private static QueryPart mayEnd(Alarm.Gaps gaps) {
        return switch (gaps) {
            case Alarm.Gaps.Never() -> DSL.sql("false");
            case Alarm.Gaps.AfterDelete(var changes, var key) ->
                DSL.sql(
                        "exists (select 1 from {0} as c where {1} and c.{2} and greatest(c.{3}, {4}) = w.valid_to)",
                        Names.of(changes),
                        conditions(key),
                        Names.of(EntityLayout.IS_DELETED),
                        Names.of(Bookkeeping.CHANGED_AT),
                        instant(MemberLayout.OPEN_START.plus(1, ChronoUnit.MICROS)));
        };
    }

    private static QueryPart conditions(List<ColumnName> key) {
        return DSL.and(key.stream()
                .map(part -> Names.field("c", part).eq(Names.field("w", part)))
                .toList());
    }

    private static Stream<String> triggers(TableName table, Alarm alarm) {
        return Stream.of(
                        new Trigger(
                                "insert",
                                DSL.sql(
                                        "not (new.valid_from = {0} and new.valid_to = {1} and new.is_current)",
                                        instant(MemberLayout.OPEN_START), instant(MemberLayout.OPEN_END))),
                        new Trigger("update", DSL.sql(IS_MOVED, Names.of(alarm.member()))),
                        new Trigger("delete", DSL.sql("true")))
                .flatMap(trigger -> trigger.statements(table, alarm));
    }

    private record Trigger(String event, QueryPart when) {

        Stream<String> statements(TableName table, Alarm alarm) {
            Name name = DSL.name("startide_versions_" + event);
            return Stream.of(
                    render(DSL.sql("drop trigger if exists {0} on {1}", name, Names.of(table))),
                    render(DSL.sql(
                            "create constraint trigger {0} after {1} on {2} deferrable initially deferred"
                                    + " for each row when ({3}) execute function {4}({5})",
                            name,
                            DSL.keyword(event),
                            Names.of(table),
                            when,
                            functionOf(table),
                            DSL.list(arguments(alarm).map(DSL::inline).toArray(QueryPart[]::new)))));
        }
    }

    private static Stream<String> arguments(Alarm alarm) {
        Stream<String> first = Stream.of(EDITION, alarm.member().value());
        return switch (alarm.gaps()) {
            case Alarm.Gaps.Never() -> Stream.concat(first, Stream.of(NEVER));
            case Alarm.Gaps.AfterDelete(var changes, var key) ->
                Stream.of(
                                first,
                                Stream.of(AFTER_DELETE, changes.schema(), changes.name()),
                                key.stream().map(ColumnName::value))
                        .flatMap(part -> part);
        };
    }

    /// Names of models have no double underscore, so that no table is called like it.
    private static Name functionOf(TableName table) {
        return DSL.name(table.schema(), table.name() + "__alarm");
    }

    private static QueryPart instant(Instant instant) {
        return DSL.sql("timestamptz {0}", DSL.inline(instant.toString()));
    }

    private static String render(QueryPart query) {
        return Names.RENDERER.renderInlined(query);
    }
}
