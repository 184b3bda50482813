package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EventDeclaration;
import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;

/// What is asked of events: a source, fields with types, and a time.
final class EventRules {

    private final FieldRules fieldRules;
    private final CelCheck cel;
    private final Issues issues;

    EventRules(CelCheck cel, Issues issues) {
        this.fieldRules = new FieldRules(cel, issues);
        this.cel = cel;
        this.issues = issues;
    }

    Catalogue<EventDraft> resolve(Section<EventDeclaration> declared, Catalogue<Source> sources) {
        Catalogue<EventDraft> events = new Catalogue<>("event", declared.extent());
        for (EventDeclaration event : declared.parts()) {
            PayloadFormat format =
                    sources.find(event.source(), issues).map(Source::format).orElse(PayloadFormat.JSON);
            UnknownFields unknown = UnknownRules.read(event.unknown(), issues);
            EventDraft draft = new EventDraft(event, format, fields(event.fields(), event.unknown(), unknown), unknown);
            check(draft);
            if (Names.check(event.name(), 0, issues)) {
                events.add(event.name().text(), draft);
            } else {
                events.addBroken(event.name().text());
            }
        }
        return events;
    }

    private Catalogue<FieldDraft> fields(Section<FieldDeclaration> declared, Written contract, UnknownFields unknown) {
        Catalogue<FieldDraft> fields = new Catalogue<>("field", declared.extent());
        for (FieldDeclaration field : declared.parts()) {
            switch (field) {
                case FieldDeclaration.Single single ->
                    fieldRules
                            .resolve(single)
                            .ifPresentOrElse(
                                    value -> fields.add(field.name().text(), new FieldDraft.Value(field.name(), value)),
                                    () -> fields.addBroken(field.name().text()));
                case FieldDeclaration.Repeated(var name, var element) -> {
                    Catalogue<FieldDraft> inner = fields(element, contract, unknown);
                    if (Names.check(name, 0, issues)) {
                        fields.add(name.text(), new FieldDraft.Elements(new ColumnName(name.text()), inner));
                    } else {
                        fields.addBroken(name.text());
                    }
                }
            }
        }
        if (unknown == UnknownFields.OVERFLOW) {
            UnknownRules.checkFree(declared.parts(), issues);
            fields.add(UnknownFields.OVERFLOW_COLUMN.value(), UnknownRules.overflow(contract));
        }
        return fields;
    }

    private void check(EventDraft event) {
        EventDeclaration declared = event.declaration();
        checkCondition(declared.when());
        checkTime(event);
        Names.checkDistinct(declared.identity(), issues);
        declared.identity().forEach(field -> RowScope.ofEvent(event).find(field, issues));
        checkSequence(declared.sequence(), RowScope.ofEvent(event));
        if (event.isOfChanges()) {
            checkChange(event);
        }
    }

    /// A row of a table has no lists of objects, and its changes have an order already.
    private void checkChange(EventDraft event) {
        event.declaration().fields().parts().stream()
                .filter(FieldDeclaration.Repeated.class::isInstance)
                .forEach(list -> issues.error(
                        list.name(),
                        "a change envelope tells of a row, which has no lists of objects",
                        "Declare the column as 'json', or leave it out."));
        Written sequence = event.declaration().sequence();
        if (sequence.isPresent()) {
            issues.error(
                    sequence,
                    "changes of one instant are ordered by their place in the log of the database",
                    "Remove 'sequence'.");
        }
    }

    private void checkCondition(Written when) {
        if (when.isPresent()) {
            cel.check(when.text(), new LogicalType.Bool())
                    .ifPresent(problem -> issues.error(when, Problems.said(problem, when.text()), problem.remedy()));
        }
    }

    private void checkTime(EventDraft event) {
        Written time = event.declaration().time();
        boolean isMissing = !time.isPresent() && event.declaration().extent() == Section.Extent.WHOLE;
        if (isMissing && !event.isOfChanges()) {
            issues.errorOfPart(
                    event.declaration().name().path(),
                    "has no 'time'",
                    "Name the field that says when the event happened.");
        }
        RowScope.ofEvent(event).find(time, issues).ifPresent(field -> {
            field.require();
            checkInstant(time, field, issues);
        });
    }

    private void checkSequence(Written sequence, RowScope scope) {
        scope.find(sequence, issues).ifPresent(field -> {
            LogicalType type = field.attribute().type();
            if (!(type instanceof LogicalType.Int || type instanceof LogicalType.BigInt)) {
                issues.error(
                        sequence,
                        "'%s' is %s".formatted(sequence.text(), type.sqlName()),
                        "Name a field of type int or bigint that grows with every event.");
            }
        });
    }

    /// Tells of a time that is neither an instant nor a day.
    static void checkInstant(Written time, FieldDraft.Value field, Issues issues) {
        LogicalType type = field.attribute().type();
        if (!(type instanceof LogicalType.Timestamp || type instanceof LogicalType.Date)) {
            issues.error(
                    time,
                    "'%s' is %s".formatted(time.text(), type.sqlName()),
                    "Name a field of type timestamptz or date.");
        }
    }
}
