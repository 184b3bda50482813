package dev.startide.app.report;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import dev.startide.domain.quality.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What came of verifying a warehouse, for people and for machines.
public record VerifyReport(Verification verification) {

    private static final String INDENT = "  ";

    /// The checks that there are.
    public static List<String> list(Collection<Check> checks) {
        TextTable table = new TextTable("check", "promise");
        checks.forEach(check -> table.row(check.name(), check.promise()));
        return table.lines();
    }

    /// A line for each check, then what was found and what to do about it.
    public List<String> lines() {
        TextTable table = new TextTable("area", "check", "looked at", "findings", "took");
        for (CheckOutcome outcome : verification.outcomes()) {
            table.row(
                    area(outcome.check()),
                    outcome.check().name(),
                    count(outcome.looked()),
                    outcome.isClean() ? "-" : number(outcome),
                    time(outcome.took()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        verification.outcomes().stream()
                .filter(outcome -> !outcome.isClean())
                .forEach(outcome -> lines.addAll(explained(outcome)));
        return lines;
    }

    /// One sentence about the whole.
    public String summary() {
        Duration took = verification.outcomes().stream().map(CheckOutcome::took).reduce(Duration.ZERO, Duration::plus);
        long failed = verification.outcomes().stream()
                .filter(outcome -> !outcome.isClean())
                .count();
        int done = verification.outcomes().size();
        return failed == 0
                ? "%d checks in %s, and nothing was found.".formatted(done, time(took))
                : "%d of %d checks found something, in %s.".formatted(failed, done, time(took));
    }

    public String asJson() {
        return Json.object(verification, (json, all) -> {
            json.writeBooleanField("clean", all.isClean());
            json.writeNumberField("findings", all.found());
            json.writeFieldName("checks");
            Json.writeArray(json, all.outcomes(), (fields, outcome) -> {
                fields.writeStringField("check", outcome.check().name());
                fields.writeStringField("area", area(outcome.check()));
                fields.writeStringField("promise", outcome.check().promise());
                fields.writeStringField("remedy", outcome.check().remedy());
                fields.writeNumberField("looked_at", outcome.looked());
                fields.writeNumberField("findings", outcome.found());
                fields.writeNumberField("took_ms", outcome.took().toMillis());
                fields.writeFieldName("shown");
                Json.writeArray(fields, outcome.findings(), (each, finding) -> {
                    each.writeStringField("table", finding.where());
                    each.writeStringField("key", finding.key());
                    each.writeStringField("problem", finding.problem());
                });
            });
        });
    }

    private static List<String> explained(CheckOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%s: %s".formatted(outcome.check().name(), outcome.check().promise()));
        for (Finding finding : outcome.findings()) {
            lines.add(INDENT + finding);
        }
        long more = outcome.found() - outcome.findings().size();
        if (more > 0) {
            lines.add(INDENT + "… and %s more; --findings shows more of them".formatted(count(more)));
        }
        lines.add("What to do: " + outcome.check().remedy());
        return lines;
    }

    /// Counting stops somewhere, see [CheckOutcome#MAX_COUNTED].
    private static String number(CheckOutcome outcome) {
        return outcome.found() > CheckOutcome.MAX_COUNTED
                ? "over " + count(CheckOutcome.MAX_COUNTED)
                : count(outcome.found());
    }

    private static String area(Check check) {
        return check.area().name().toLowerCase(Locale.ROOT);
    }

    private static String time(Duration took) {
        return took.compareTo(Duration.ofSeconds(1)) < 0
                ? "%d ms".formatted(took.toMillis())
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
    }
}
