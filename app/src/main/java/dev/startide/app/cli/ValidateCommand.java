package dev.startide.app.cli;

import dev.startide.app.report.Json;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.PlacedIssue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks a model without any server.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks a model and shows every mistake with its place and remedy. Needs no server.")
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "Print the mistakes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings())) {
            return report(session.bean(ModelReader.class).read()).number();
        }
    }

    private ExitCode report(ModelFileResult result) {
        if (json) {
            terminal.answer(issuesAsJson(result.issues()));
        } else {
            result.issues().forEach(issue -> terminal.answer(issue.toString()));
        }
        return switch (result) {
            case ModelFileResult.Valid(var valid, var _, var _) -> {
                terminal.say(summary(valid));
                yield ExitCode.OK;
            }
            case ModelFileResult.Invalid(var issues) -> {
                terminal.say(issues.size() == 1 ? "1 mistake." : issues.size() + " mistakes.");
                yield ExitCode.INVALID_MODEL;
            }
        };
    }

    private static String summary(WarehouseModel model) {
        return "The model %s is valid: %d sources, %d kinds of events, %d entities, %d dimensions, %d facts, %d marts."
                .formatted(
                        model.name(),
                        model.sources().size(),
                        model.events().size(),
                        model.entities().size(),
                        model.dimensions().size(),
                        model.facts().size(),
                        model.marts().size());
    }

    private static String issuesAsJson(List<PlacedIssue> issues) {
        return Json.array(issues, (json, issue) -> {
            json.writeStringField("file", issue.file());
            json.writeNumberField("line", issue.line());
            json.writeNumberField("column", issue.column());
            json.writeStringField("severity", issue.issue().severity().name());
            json.writeStringField("path", issue.issue().path());
            json.writeStringField("problem", issue.issue().problem());
            json.writeStringField("remedy", issue.issue().remedy());
        });
    }
}
