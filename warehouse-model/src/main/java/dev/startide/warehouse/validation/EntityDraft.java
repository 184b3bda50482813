package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An entity with its columns, while the rest of the model is still being read.
///
/// @param scopes the events that tell of it
/// @param endings the events that say that it is gone
/// @param columns the columns that its events give it, the key among them
/// @param key its key; empty if that is not in order
record EntityDraft(
        EntityDeclaration declaration,
        List<RowScope> scopes,
        List<RowScope> endings,
        Catalogue<Attribute> columns,
        List<Attribute> key) {

    EntityDraft {
        scopes = List.copyOf(scopes);
        endings = List.copyOf(endings);
        key = List.copyOf(key);
    }

    EntityName name() {
        return new EntityName(declaration.name().text());
    }

    /// Whether an event can say that one is gone.
    boolean canBeGone() {
        return !declaration.deletedBy().isEmpty()
                || scopes.stream().map(RowScope::event).anyMatch(EventDraft::isOfChanges);
    }

    /// The columns that are not part of the key.
    List<Attribute> attributes() {
        Set<Attribute> keys = new HashSet<>(key);
        return columns.usable().stream()
                .filter(column -> !keys.contains(column))
                .toList();
    }

    /// Whether keys change. A key before that does not fit has been complained of.
    boolean hasChangingKeys() {
        return !key.isEmpty() && declaration.formerly().size() == key.size();
    }

    /// The attributes that identify a member of a dimension of it.
    List<Attribute> identity() {
        return hasChangingKeys() ? KeyPermanence.Changing.identity(key) : key;
    }

    /// The entity, once everything about it is known to be right.
    Entity toEntity(List<Entity.Reference> references) {
        String description = declaration.description().text();
        if (!hasChangingKeys()) {
            return new Entity(name(), description, key, attributes(), references);
        }
        List<Attribute> withKey = new ArrayList<>(key);
        withKey.addAll(attributes());
        List<ColumnName> formerly = declaration.formerly().stream()
                .map(field -> new ColumnName(field.text()))
                .toList();
        return new Entity(
                name(), description, identity(), withKey, references, new KeyPermanence.Changing(key, formerly));
    }
}
