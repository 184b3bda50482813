/// The language of model files as a value: which parts there are, which keys each has, what stands
/// behind a key, and what it means.
///
/// Whoever reads model files asks for keys by these definitions and is refused any other, and the
/// JSON Schema and the reference are made from them: a key that is not defined here cannot be read,
/// and one that is, is described everywhere.
@NullMarked
package dev.startide.warehouse.language;

import org.jspecify.annotations.NullMarked;
