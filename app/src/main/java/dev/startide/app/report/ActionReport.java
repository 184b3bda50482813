package dev.startide.app.report;

import static dev.startide.app.terminal.ProgressBar.count;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.app.terminal.TextTable;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineAction.Outcomes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What was done with the quarantine, for people and for machines.
public record ActionReport(List<QuarantineAction> actions) {

    public ActionReport {
        actions = List.copyOf(actions);
    }

    public List<String> lines() {
        TextTable table = new TextTable(
                "action", "at", "what", "by", "events", "loaded", "quarantined", "ignored", "waiting", "about", "why");
        actions.forEach(action -> table.row(
                Long.toString(action.id()),
                action.at().toString(),
                name(action),
                action.by(),
                count(action.outcomes().events()),
                count(action.outcomes().loaded()),
                count(action.outcomes().quarantined()),
                count(action.outcomes().ignored()),
                count(action.outcomes().waiting()),
                action.about().isEmpty() ? "everything" : action.about(),
                action.why()));
        return table.lines();
    }

    public String asJson() {
        return Json.array(actions, ActionReport::write);
    }

    /// One action, as text of one line.
    public static String asJson(QuarantineAction action) {
        return Json.object(action, ActionReport::write);
    }

    /// What came of an action, for people.
    public static String sentence(QuarantineAction action) {
        Outcomes outcomes = action.outcomes();
        if (outcomes.events() == 0) {
            return "No such event is in the quarantine; action %d is about none.".formatted(action.id());
        }
        String done = "Action %d, %s of %s events: %s are loaded, %s ignored, %s still in the quarantine"
                .formatted(
                        action.id(),
                        name(action),
                        count(outcomes.events()),
                        count(outcomes.loaded()),
                        count(outcomes.ignored()),
                        count(outcomes.quarantined()));
        return outcomes.waiting() == 0
                ? done + "."
                : "%s, %s wait for the process that loads.".formatted(done, count(outcomes.waiting()));
    }

    private static void write(JsonGenerator json, QuarantineAction action) throws IOException {
        json.writeNumberField("action", action.id());
        json.writeStringField("what", name(action));
        json.writeStringField("by", action.by());
        json.writeStringField("at", action.at().toString());
        json.writeStringField("about", action.about());
        json.writeStringField("why", action.why());
        json.writeNumberField("events", action.outcomes().events());
        json.writeNumberField("loaded", action.outcomes().loaded());
        json.writeNumberField("quarantined", action.outcomes().quarantined());
        json.writeNumberField("ignored", action.outcomes().ignored());
        json.writeNumberField("waiting", action.outcomes().waiting());
    }

    private static String name(QuarantineAction action) {
        return action.name().name().toLowerCase(Locale.ROOT);
    }
}
