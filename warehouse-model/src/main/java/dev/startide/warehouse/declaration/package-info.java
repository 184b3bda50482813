/// The model as it was written: names, types and expressions as text, nothing resolved, each with
/// the path at which it stands.
///
/// A [Node] is a document in any notation; the declarations are what its parts say.
@NullMarked
package dev.startide.warehouse.declaration;

import org.jspecify.annotations.NullMarked;
