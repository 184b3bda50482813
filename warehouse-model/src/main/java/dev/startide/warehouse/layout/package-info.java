/// Where a model's entities, dimensions, facts and marts live: the one place that knows how tables
/// and columns are named, in which order columns stand, and which columns are kept for the
/// platform's own bookkeeping.
///
/// A row that is written is an array aligned with
/// [dev.startide.warehouse.schema.Table#writtenColumns]; each layout says which index holds what.
@NullMarked
package dev.startide.warehouse.layout;

import org.jspecify.annotations.NullMarked;
