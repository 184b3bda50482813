/// From a model as it was written to a model that can be relied on, or to everything that is wrong
/// with it.
///
/// Start at [ModelResolver]. Nothing here throws for what a model says: every mistake becomes a
/// [ModelIssue], all of them at once, and one mistake becomes one issue: what depends on a broken
/// part is not complained about.
@NullMarked
package dev.startide.warehouse.validation;

import org.jspecify.annotations.NullMarked;
