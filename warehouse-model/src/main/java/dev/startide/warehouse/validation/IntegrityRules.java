package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.ModelDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Integrity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a model may say about foreign keys.
final class IntegrityRules {

    private static final List<String> WORDS = ModelParts.FOREIGN_KEYS.words();

    private IntegrityRules() {}

    /// What holds of the model and of each fact that says something else.
    static Integrity resolve(ModelDeclaration declared, Issues issues) {
        Enforcement general = read(declared.foreignKeys(), issues).orElse(Enforcement.ENFORCED);
        Map<FactName, Enforcement> facts = new LinkedHashMap<>();
        for (FactDeclaration fact : declared.facts().parts()) {
            Optional<Enforcement> own = read(fact.foreignKeys(), issues);
            if (own.isPresent() && Names.isColumn(fact.name().text())) {
                facts.put(new FactName(fact.name().text()), own.get());
            }
        }
        return new Integrity(general, facts);
    }

    private static Optional<Enforcement> read(Written written, Issues issues) {
        if (written.isPresent() && !WORDS.contains(written.text())) {
            issues.error(
                    written,
                    "'%s' is nothing that a database can do about foreign keys".formatted(written.text()),
                    Suggestion.sentence(written.text(), WORDS, ""));
        }
        return Stream.of(Enforcement.values())
                .filter(enforcement -> enforcement.word().equals(written.text()))
                .findFirst();
    }
}
