package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.TestDeclaration;
import dev.startide.warehouse.declaration.TestDeclaration.Outcome;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.expectation.ModelTest;
import dev.startide.warehouse.expectation.ModelTest.Periods;
import dev.startide.warehouse.expectation.ModelTest.Refusal;
import dev.startide.warehouse.language.TestParts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What is asked of tests: they speak of what the model has.
final class TestRules {

    private final GivenRules given;
    private final ExpectationRules expectations;
    private final Issues issues;

    TestRules(WarehouseModel model, Issues issues) {
        this.given = new GivenRules(model, issues);
        this.expectations = new ExpectationRules(model, issues);
        this.issues = issues;
    }

    List<ModelTest> resolve(Section<TestDeclaration> declared) {
        return declared.parts().stream().map(this::test).toList();
    }

    private ModelTest test(TestDeclaration test) {
        List<GivenEvent> events = new ArrayList<>();
        test.given().forEach(event -> given.resolve(event).ifPresent(events::add));
        Map<Integer, Refusal> refusals = new HashMap<>();
        int most = test.given().size();
        test.quarantined().forEach(outcome -> refuse(outcome, most, why(outcome), Refusal.Quarantined::new, refusals));
        test.ignored().forEach(outcome -> refuse(outcome, most, outcome.why().text(), Refusal.Ignored::new, refusals));
        return new ModelTest(
                test.name().text(), events, periods(test.through()), expectations.resolve(test.expected()), refusals);
    }

    private void refuse(
            Outcome outcome, int most, String why, Function<String, Refusal> kind, Map<Integer, Refusal> refusals) {
        Written event = outcome.event();
        if (!event.isPresent()) {
            return;
        }
        if (!event.text().matches("[1-9][0-9]{0,3}") || Integer.parseInt(event.text()) > most) {
            issues.error(
                    event,
                    "there is no event '%s'".formatted(event.text()),
                    "Events are counted from 1; %d are given.".formatted(most));
            return;
        }
        if (refusals.put(Integer.parseInt(event.text()) - 1, kind.apply(why)) != null) {
            issues.error(event, "event %s is listed twice".formatted(event.text()), "Remove one of them.");
        }
    }

    private String why(Outcome outcome) {
        Written reason = outcome.why();
        if (reason.isPresent() && !TestParts.REASONS.contains(reason.text())) {
            issues.error(
                    reason,
                    "there is no reason '%s'".formatted(reason.text()),
                    Suggestion.sentence(reason.text(), TestParts.REASONS, ""));
        }
        return reason.text();
    }

    private Periods periods(Written through) {
        if (!through.isPresent()) {
            return new Periods.Open();
        }
        try {
            return new Periods.FilledThrough(LocalDate.parse(through.text()));
        } catch (DateTimeException noDay) {
            issues.error(through, "'%s' is no day".formatted(through.text()), "Write a day such as 2026-01-31.");
            return new Periods.Open();
        }
    }
}
