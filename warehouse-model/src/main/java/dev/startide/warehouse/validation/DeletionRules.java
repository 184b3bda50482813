package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration;
import dev.startide.warehouse.declaration.Written;
import java.util.ArrayList;
import java.util.List;

/// What is asked of the events that say that an entity is gone: that they say nothing else of it.
final class DeletionRules {

    private final Issues issues;

    DeletionRules(Issues issues) {
        this.issues = issues;
    }

    /// What each of these events offers: every element of the entity's list, or the event as a
    /// whole where it has no such list.
    List<RowScope> scopes(EntityDeclaration entity, Catalogue<EventDraft> events) {
        Names.checkDistinct(entity.deletedBy(), issues);
        List<RowScope> scopes = new ArrayList<>();
        for (Written event : entity.deletedBy()) {
            if (entity.from().stream().anyMatch(from -> from.text().equals(event.text()))) {
                issues.error(
                        event,
                        "event %s also says how the entity is".formatted(event.text()),
                        "Declare two events of that source, each with its own 'when', or name it once.");
            } else {
                events.find(event, issues)
                        .map(found -> scope(found, entity.each()))
                        .ifPresent(scopes::add);
            }
        }
        return scopes;
    }

    private static RowScope scope(EventDraft event, Written each) {
        return event.fields()
                .peek(each.text())
                .filter(FieldDraft.Elements.class::isInstance)
                .map(FieldDraft.Elements.class::cast)
                .map(elements -> RowScope.ofElements(event, elements))
                .orElseGet(() -> RowScope.ofEvent(event));
    }
}
