package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.ModelDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.ModelParts;
import java.util.Optional;

/// Reads a model from a document: which keys there are, and what shape stands behind them.
final class DeclarationReader {

    /// The only version of the language so far.
    static final String VERSION = "1";

    private DeclarationReader() {}

    /// Reads the keys of the whole model, in which the files that it includes have their places.
    ///
    /// @return the model as it was written; empty, and told of, if the document is none at all or
    ///     of a version of the language that is not known
    static Optional<ModelDeclaration> read(Node document, Issues issues) {
        return PartReader.of(document, ModelParts.MODEL, issues)
                .filter(reader -> isOfKnownVersion(reader, issues))
                .map(DeclarationReader::model);
    }

    private static boolean isOfKnownVersion(PartReader reader, Issues issues) {
        Written version = reader.requiredText("version", "Begin the file with 'version: 1'.");
        if (version.isPresent() && !version.text().equals(VERSION)) {
            issues.error(
                    version,
                    "version %s of the model language is not known".formatted(version.text()),
                    "Write 'version: 1', or use a newer Startide if the model was written for one.");
            return false;
        }
        return true;
    }

    private static ModelDeclaration model(PartReader reader) {
        Issues issues = reader.issues();
        reader.texts("include");
        Catalogue<Section<FieldDeclaration>> groups = new Catalogue<>("group of fields", Section.Extent.WHOLE);
        FieldForm fields = new FieldForm(groups, issues);
        Section<Written> named =
                reader.section("field_groups", (name, part) -> group(name, part, fields, groups, issues));
        var model = new ModelDeclaration(
                reader.requiredText("name", "Say what the warehouse is called, such as 'name: webshop'."),
                reader.text("description"),
                reader.text("time_zone"),
                reader.text("foreign_keys"),
                reader.section("sources", (name, part) -> SourceForm.read(name, part, issues)),
                reader.section("events", (name, part) -> EventForm.read(name, part, fields, issues)),
                reader.section("entities", (name, part) -> EntityForm.read(name, part, issues)),
                reader.section("dimensions", (name, part) -> DimensionForm.read(name, part, issues)),
                reader.section("facts", (name, part) -> FactForm.read(name, part, issues)),
                reader.section("marts", (name, part) -> MartForm.read(name, part, issues)),
                reader.section("tests", (name, part) -> TestForm.read(name, part, issues)));
        reader.close();
        named.parts().stream()
                .filter(group -> !groups.isUsed(group.text()))
                .forEach(group -> issues.warning(
                        group, "no event includes this group of fields", "Include it in fields, or remove it."));
        return model;
    }

    /// A group may include those before it.
    private static Written group(
            Written name, Node part, FieldForm fields, Catalogue<Section<FieldDeclaration>> groups, Issues issues) {
        Section<FieldDeclaration> read = fields.read(part);
        if (Names.check(name, 0, issues)) {
            groups.add(name.text(), read);
        } else {
            groups.addBroken(name.text());
        }
        return name;
    }
}
