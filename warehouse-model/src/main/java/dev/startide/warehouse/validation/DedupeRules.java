package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.SourceDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Source.Dedupe;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How doubled events of a source are recognised.
final class DedupeRules {

    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,5})([dhms])");

    private DedupeRules() {}

    static Dedupe resolve(SourceDeclaration source, Issues issues) {
        Written policy = source.dedupe().policy();
        return switch (policy.text()) {
            case "" -> byDefault(source.kind().text());
            case "none" -> new Dedupe.None();
            case "id" -> byId(source.dedupe().window(), issues);
            case "position" -> byPosition(source, issues);
            default -> {
                issues.error(
                        policy,
                        "'%s' does not say how doubled events are recognised".formatted(policy.text()),
                        Suggestion.sentence(policy.text(), List.of("position", "id", "none"), ""));
                yield new Dedupe.None();
            }
        };
    }

    private static Dedupe byDefault(String kind) {
        return switch (kind) {
            case SourceRules.HTTP, SourceRules.FILE -> new Dedupe.ById(Dedupe.ById.DEFAULT_WINDOW);
            default -> new Dedupe.ByPosition();
        };
    }

    private static Dedupe byPosition(SourceDeclaration source, Issues issues) {
        if (source.kind().text().equals(SourceRules.HTTP)) {
            issues.error(source.dedupe().policy(), "requests have no position", "Write '{ id: 7d }' or 'none'.");
        }
        return new Dedupe.ByPosition();
    }

    private static Dedupe byId(Written window, Issues issues) {
        Matcher matcher = WINDOW.matcher(window.text());
        if (!matcher.matches()) {
            if (window.isPresent()) {
                issues.error(
                        window,
                        "'%s' is no length of time".formatted(window.text()),
                        "Write a number and d, h, m or s, such as '7d'.");
            }
            return new Dedupe.ById(Dedupe.ById.DEFAULT_WINDOW);
        }
        long count = Long.parseLong(matcher.group(1));
        return new Dedupe.ById(
                switch (matcher.group(2)) {
                    case "d" -> Duration.ofDays(count);
                    case "h" -> Duration.ofHours(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofSeconds(count);
                });
    }
}
