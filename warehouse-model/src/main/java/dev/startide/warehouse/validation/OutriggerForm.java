package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration.OutriggerDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.DimensionParts;

/// How a reference of a dimension to another one is written: `customer: customer_id`, or
/// `owner: { dimension: customer, key: customer_id, as: version }`.
final class OutriggerForm {

    private OutriggerForm() {}

    static OutriggerDeclaration read(Written name, Node part, Issues issues) {
        if (part instanceof Node.Mapping) {
            PartReader reader =
                    PartReader.of(part, DimensionParts.REFERENCE, issues).orElseThrow();
            Written dimension = reader.text("dimension");
            var reference = new OutriggerDeclaration(
                    name,
                    dimension.isPresent() ? dimension : name,
                    reader.requiredTexts("key", "Name the field, or the fields, that hold its key."),
                    reader.text("as"));
            reader.close();
            return reference;
        }
        return new OutriggerDeclaration(name, name, PartReader.textsOf(part, issues), Written.nothing(name.path()));
    }
}
