/// The warehouse as a value: what is declared, what it means and which tables it takes.
///
/// Everything here would still be true if no event ever arrived. Values are immutable and safe for
/// any number of threads; nothing does I/O, reads a clock or knows a database's dialect.
@NullMarked
package dev.startide.warehouse;

import org.jspecify.annotations.NullMarked;
