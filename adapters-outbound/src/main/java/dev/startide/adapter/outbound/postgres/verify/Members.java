package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;

/// A dimension's table in questions, under the alias `v`.
record Members(MemberLayout layout) {

    static final String ALIAS = "v";

    /// Where the version after this one begins; null behind the last one.
    static final Name NEXT_FROM = DSL.name(ALIAS, "next_from");

    /// The place of a version in its member's history, from 1.
    static final Name NUMBER = DSL.name(ALIAS, "number");

    TableName name() {
        return layout.table().name();
    }

    ColumnName key() {
        return layout.table().primaryKey().getFirst();
    }

    ColumnName durableKey() {
        return MemberLayout.durableKeyOf(layout.dimension().name());
    }

    List<ColumnName> naturalKey() {
        return layout.dimension().naturalKey().stream().map(Attribute::name).toList();
    }

    Table<Record> table() {
        return Sql.table(name(), ALIAS);
    }

    Field<Long> durable() {
        return Sql.field(ALIAS, durableKey(), Long.class);
    }

    /// Members that stand for something that is not known have keys below zero.
    Condition isReal() {
        return durable().gt(DSL.inline(0L));
    }

    Field<OffsetDateTime> validFrom() {
        return Sql.field(ALIAS, MemberLayout.VALID_FROM, OffsetDateTime.class);
    }

    Field<OffsetDateTime> validTo() {
        return Sql.field(ALIAS, MemberLayout.VALID_TO, OffsetDateTime.class);
    }

    Field<Boolean> isCurrent() {
        return Sql.field(ALIAS, MemberLayout.IS_CURRENT, Boolean.class);
    }

    Field<Boolean> isInferred() {
        return Sql.field(ALIAS, MemberLayout.IS_INFERRED, Boolean.class);
    }

    /// The dimension's versions, each with [#NEXT_FROM] and [#NUMBER].
    Table<?> inOrder() {
        Field<OffsetDateTime> from = DSL.field(Names.of(MemberLayout.VALID_FROM), OffsetDateTime.class);
        WindowSpecification history =
                DSL.partitionBy(DSL.field(Names.of(durableKey()))).orderBy(from, DSL.field(Names.of(key())));
        return DSL.select(
                        DSL.asterisk(),
                        DSL.lead(from).over(history).as(NEXT_FROM.last()),
                        DSL.rowNumber().over(history).as(NUMBER.last()))
                .from(Names.table(name()))
                .asTable(DSL.name(ALIAS));
    }
}
