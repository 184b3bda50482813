/// The loader's tables: set-based questions, and one transaction for each batch.
///
/// A write checks the lease and moves the cursors before it touches a row, so that a batch which
/// was written before is refused rather than written twice. New rows are copied straight into their
/// tables; changed rows go through a temporary table that empties itself at the commit.
@NullMarked
package dev.startide.adapter.outbound.postgres.warehouse;

import org.jspecify.annotations.NullMarked;
