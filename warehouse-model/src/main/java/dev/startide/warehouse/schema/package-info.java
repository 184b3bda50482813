/// Tables, columns, keys, views and logical types: a relational schema as plain values, in no
/// database's dialect.
@NullMarked
package dev.startide.warehouse.schema;

import org.jspecify.annotations.NullMarked;
