package dev.startide.app.diagnosis;

import dev.startide.app.wiring.DescribedSetting;
import dev.startide.app.wiring.DescribedSettings;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.warehouse.validation.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Variables of the environment that look like settings of ours and are none: a typing error there
/// would go unnoticed.
final class UnknownVariables {

    private static final String OURS = "STARTIDE_";

    /// Switches for adapters, and what tests look for.
    private static final List<String> ANYBODYS = List.of("STARTIDE_ADAPTERS_", "STARTIDE_TEST_");

    /// What the launcher and the command line read besides settings.
    private static final Set<String> OTHERS =
            Set.of("STARTIDE_JAVA_OPTS", "STARTIDE_BUILD", "STARTIDE_DATABASE_PASSWORD_FILE");

    private UnknownVariables() {}

    static List<Diagnosis> among(Collection<String> variables) {
        Set<String> known = new TreeSet<>(OTHERS);
        DescribedSettings.all().stream().map(DescribedSetting::variable).forEach(known::add);
        return variables.stream()
                .filter(name -> name.startsWith(OURS) && !known.contains(name))
                .filter(name -> ANYBODYS.stream().noneMatch(name::startsWith))
                .sorted()
                .map(name -> Diagnosis.warning(
                        "process: variable " + name,
                        "it is no setting, and nobody reads it",
                        Suggestion.nearest(name, known)
                                .map("Did you mean %s?"::formatted)
                                .orElse("Remove it; docs/reference/settings.md lists those that there are")))
                .toList();
    }
}
