package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Attribute;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Tables of entities in questions about their members.
final class Entities {

    private Entities() {}

    /// The entity whose rows are members of a dimension.
    static EntityLayout of(WarehouseLayout layout, Members members) {
        return layout.entities().stream()
                .filter(entity -> entity.entity()
                        .name()
                        .equals(members.layout().dimension().of()))
                .findFirst()
                .orElseThrow();
    }

    /// Something was said of the entity, not only its name.
    static Condition isStated(String alias) {
        return DSL.condition(Sql.field(alias, EntityLayout.IS_INFERRED, Boolean.class))
                .not();
    }

    /// The entity's row is that of the member.
    static Condition isRowOf(String alias, EntityLayout entity, Members members) {
        return Sql.equal(
                alias,
                entity.entity().key().stream().map(Attribute::name).toList(),
                Members.ALIAS,
                members.naturalKey());
    }
}
