/// Tables beside the live ones: made, compared, swapped, put back.
///
/// Everything that is not a row of the warehouse follows from what the database says of the live
/// tables, so that a table of a new kind needs nothing here.
@NullMarked
package dev.startide.adapter.outbound.postgres.rebuild;

import org.jspecify.annotations.NullMarked;
