package dev.startide.warehouse.plan;

import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;

/// One step from the schema that exists to the schema that is wanted.
///
/// A change says *what*, never *how*: the outbound adapter of each database turns it into that
/// database's SQL.
public sealed interface SchemaChange {

    /// The table or view that changes.
    TableName target();

    /// The table with its columns, primary key and comments; foreign keys, indexes and alarms
    /// follow as changes of their own.
    record AddTable(Table table) implements SchemaChange {
        @Override
        public TableName target() {
            return table.name();
        }
    }

    record AddColumn(TableName target, Column column) implements SchemaChange {}

    record AddIndex(TableName target, Index index) implements SchemaChange {}

    /// The rows that exist have to fulfil it.
    record AddAlarm(TableName target, Alarm alarm) implements SchemaChange {}

    record AddForeignKey(TableName target, ForeignKey foreignKey) implements SchemaChange {}

    /// The database is to do something else about a key that it knows. Where it is to be enforced,
    /// the rows that exist have to fulfil it.
    record ChangeEnforcement(TableName target, ForeignKey foreignKey) implements SchemaChange {}

    /// The rows that were there before a key was enforced are still to be checked.
    record CheckForeignKey(TableName target, ForeignKey foreignKey) implements SchemaChange {}

    /// A view that is new or shows something else.
    record SetView(View view) implements SchemaChange {
        @Override
        public TableName target() {
            return view.name();
        }
    }

    /// A column has another type than the model wants.
    record ChangeType(TableName target, Column column, LogicalType existing) implements SchemaChange {}

    /// A table has another primary key than the model wants.
    record ChangeKey(Table table) implements SchemaChange {
        @Override
        public TableName target() {
            return table.name();
        }
    }

    /// A required column cannot be added to a table that may have rows.
    record AddRequiredColumn(TableName target, Column column) implements SchemaChange {}

    /// A column that speaks of the past of rows that may be there.
    record AddLateColumn(TableName target, Column column) implements SchemaChange {}

    /// A table whose rows belong to those of another one, which may be there.
    record AddLateTable(Table table) implements SchemaChange {
        @Override
        public TableName target() {
            return table.name();
        }
    }

    /// Something exists that rows of the model cannot live with, and that adding does not remove.
    ///
    /// @param what names it, as part of a sentence
    record Obstacle(TableName target, String what) implements SchemaChange {}

    /// Whether what reads the old schema keeps working: it only adds, or changes what no query sees.
    default boolean isCompatible() {
        return switch (this) {
            case AddTable _,
                    AddColumn _,
                    AddIndex _,
                    AddAlarm _,
                    AddForeignKey _,
                    ChangeEnforcement _,
                    CheckForeignKey _,
                    SetView _ -> true;
            case ChangeType _, ChangeKey _, AddRequiredColumn _, AddLateColumn _, AddLateTable _, Obstacle _ -> false;
        };
    }
}
