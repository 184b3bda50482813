package dev.startide.app.cli;

import dev.startide.app.report.TapReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.port.inbound.FollowLog;
import dev.startide.domain.tap.TappedEvent;
import dev.startide.domain.tap.TappedEvent.Says;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.validation.Suggestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Follows the raw log in the terminal.
@Command(
        name = "tap",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows events as they are logged: position, arrival, type, key, time and outcome; until it is told to stop.",
            "It shows keys of events, which may be personal data, and never a payload."
        },
        footer = {
            "",
            "Examples:",
            "  startide tap",
            "  startide tap orders -n 100",
            "  startide tap order_placed --json"
        })
final class TapCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 1_000;

    private static final long PAUSE_MILLIS = 500;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE|EVENT",
            description = "Only events of this source, or of this type. Default: all")
    private @Nullable String wanted;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "10",
            description = "Begin with the last N events of each lane. Default: ${DEFAULT-VALUE}")
    private long last;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Begin with events that arrived then, as 2026-03-15 or 2026-03-15T12:00:00Z.")
    private @Nullable String since;

    @Option(names = "--no-follow", description = "End after the events that are there.")
    private boolean onlyThere;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print each event as JSON, on a line of its own.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    TapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            WarehouseModel warehouse = session.bean(WarehouseModel.class);
            Set<SourceName> sources = sources(warehouse);
            FollowLog log = session.bean(FollowLog.class);
            Map<LaneId, Long> after =
                    new HashMap<>(since == null ? log.lastOnes(sources, last) : log.since(sources, instant(since)));
            if (!json) {
                terminal.answer(TapReport.head());
            }
            follow(log, sources, after, typeOf(warehouse));
            return ExitCode.OK.number();
        }
    }

    private void follow(FollowLog log, Set<SourceName> sources, Map<LaneId, Long> after, String type)
            throws InterruptedException {
        while (true) {
            Map<LaneId, Long> before = Map.copyOf(after);
            for (TappedEvent event : log.next(sources, after, MOST_AT_ONCE)) {
                if (type.isEmpty() || isOf(type, event)) {
                    terminal.answer(json ? TapReport.asJson(event) : TapReport.line(event));
                }
            }
            if (after.equals(before)) {
                if (onlyThere) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isOf(String type, TappedEvent event) {
        return event.says() instanceof Says.OfType(var found, var _, var _) && found.equals(type);
    }

    /// The type that is wanted; empty for all.
    private String typeOf(WarehouseModel warehouse) {
        return wanted == null || sourceNames(warehouse).contains(wanted) ? "" : wanted;
    }

    private Set<SourceName> sources(WarehouseModel warehouse) {
        if (wanted == null) {
            return warehouse.sources().stream().map(Source::name).collect(Collectors.toSet());
        }
        if (sourceNames(warehouse).contains(wanted)) {
            return Set.of(new SourceName(wanted));
        }
        List<String> known = new ArrayList<>(sourceNames(warehouse));
        for (EventType event : warehouse.events()) {
            if (event.name().value().equals(wanted)) {
                return Set.of(event.source());
            }
            known.add(event.name().value());
        }
        throw new CommandFailed(
                ExitCode.USAGE,
                "There is no source and no event '%s'. %s"
                        .formatted(wanted, Suggestion.sentence(wanted, known, "The model has none.")));
    }

    private static List<String> sourceNames(WarehouseModel warehouse) {
        return warehouse.sources().stream().map(source -> source.name().value()).toList();
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--since must look like 2026-03-15 or 2026-03-15T12:00:00Z, not '%s'.".formatted(text),
                    wrong);
        }
    }
}
