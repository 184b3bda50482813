package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.Json;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.validation.Suggestion;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fills the closed periods of periodic facts.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Fills the periods of periodic facts that are over. The service does so by itself.")
final class SnapshotCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "FACT", description = "Periodic facts; all of them if none is named.")
    private List<String> facts = new ArrayList<>();

    @Option(
            names = "--through",
            paramLabel = "DATE",
            description = "The last day whose period is filled, such as 2026-01-31; yesterday if it is not said.")
    private @Nullable LocalDate through;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print what was filled as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    SnapshotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            WarehouseModel warehouse = session.bean(WarehouseModel.class);
            List<FactName> wanted = wanted(warehouse);
            LocalDate today =
                    LocalDate.ofInstant(session.bean(InstantSource.class).instant(), warehouse.timeZone());
            LocalDate day = dayAfter(today);
            TakeSnapshots snapshots = session.bean(TakeSnapshots.class);
            try {
                answer(fill(snapshots, wanted, day));
            } finally {
                snapshots.release();
            }
            return ExitCode.OK.number();
        }
    }

    private List<FactName> wanted(WarehouseModel warehouse) {
        List<String> periodic = warehouse.facts().stream()
                .filter(fact -> fact.kind() instanceof FactKind.Periodic)
                .map(Fact::name)
                .map(FactName::value)
                .toList();
        for (String fact : facts) {
            if (!periodic.contains(fact)) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "There is no periodic fact '%s'. %s"
                                .formatted(fact, Suggestion.sentence(fact, periodic, "The model has none.")));
            }
        }
        return (facts.isEmpty() ? periodic : facts).stream().map(FactName::new).toList();
    }

    private LocalDate dayAfter(LocalDate today) {
        LocalDate day =
                Optional.ofNullable(through).map(last -> last.plusDays(1)).orElse(today);
        if (day.isAfter(today)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--through names a day that is not over yet: %s at the latest.".formatted(today.minusDays(1)));
        }
        return day;
    }

    /// How many rows were filled, fact by fact.
    private Map<FactName, Long> fill(TakeSnapshots snapshots, List<FactName> wanted, LocalDate day) {
        Map<FactName, Long> rows = new LinkedHashMap<>();
        wanted.forEach(fact -> rows.put(fact, 0L));
        while (true) {
            switch (snapshots.next(wanted, day)) {
                case SnapshotStep.Filled step -> {
                    long sum = rows.merge(step.fact(), step.rows(), Long::sum);
                    terminal.refresh("Filling %s  %s rows".formatted(step.fact(), count(sum)));
                }
                case SnapshotStep.UpToDate() -> {
                    terminal.endLine();
                    return rows;
                }
                case SnapshotStep.StandingBy() ->
                    throw new CommandFailed(
                            ExitCode.CONFLICT,
                            "Another process loads this warehouse, and fills periods by itself; stop it first.");
            }
        }
    }

    private void answer(Map<FactName, Long> rows) {
        if (json) {
            terminal.answer(Json.array(rows.entrySet(), (out, entry) -> {
                out.writeStringField("fact", entry.getKey().value());
                out.writeNumberField("rows", entry.getValue());
            }));
        } else {
            rows.forEach((fact, filled) -> terminal.answer("%s: %s rows filled".formatted(fact, count(filled))));
        }
    }
}
