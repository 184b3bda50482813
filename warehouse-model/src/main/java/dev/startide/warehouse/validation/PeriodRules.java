package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactKind.Every;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is asked of the periods of a periodic fact.
final class PeriodRules {

    /// What stands for the day of the period where a role names a field.
    static final Attribute PERIOD = new Attribute(FactLayout.PERIOD, new LogicalType.Date(), "First day of the period");

    /// No event happened before.
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final Issues issues;

    PeriodRules(Issues issues) {
        this.issues = issues;
    }

    Optional<FactKind> resolve(FactDeclaration fact) {
        refuse(fact.kind().changes(), "a periodic fact shows what was said last");
        fact.kind().milestones().stream()
                .findFirst()
                .ifPresent(milestone -> refuse(milestone, "a periodic fact has no milestones"));
        Optional<Every> every = every(fact);
        Optional<LocalDate> since = since(fact.kind().since());
        boolean isAlone =
                !fact.kind().changes().isPresent() && fact.kind().milestones().isEmpty();
        return isAlone && every.isPresent() && since.isPresent()
                ? Optional.of(new FactKind.Periodic(every.get(), since.get()))
                : Optional.empty();
    }

    private void refuse(Written written, String problem) {
        if (written.isPresent()) {
            issues.error(written, problem, "Remove it.");
        }
    }

    private Optional<Every> every(FactDeclaration fact) {
        Map<String, Every> known = new LinkedHashMap<>();
        for (Every every : Every.values()) {
            known.put(every.name().toLowerCase(Locale.ROOT), every);
        }
        Written written = fact.kind().every();
        if (!written.isPresent()) {
            issues.error(fact.kind().name(), "has no 'every'", "Say how long a period is: day or month.");
        } else if (!known.containsKey(written.text())) {
            issues.error(
                    written,
                    "there is no period '%s'".formatted(written.text()),
                    Suggestion.sentence(written.text(), known.keySet(), ""));
        }
        return Optional.ofNullable(known.get(written.text()));
    }

    private Optional<LocalDate> since(Written written) {
        if (!written.isPresent()) {
            return Optional.of(EVER);
        }
        try {
            LocalDate day = LocalDate.parse(written.text());
            return Optional.of(day.isBefore(EVER) ? EVER : day);
        } catch (DateTimeException noDay) {
            issues.error(written, "'%s' is no day".formatted(written.text()), "Write it as 2020-01-31.");
            return Optional.empty();
        }
    }
}
