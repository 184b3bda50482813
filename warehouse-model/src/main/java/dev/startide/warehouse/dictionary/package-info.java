/// The model as its readers want it: what each table and column means and where it comes from, which
/// fact has which dimensions, and diagrams as text.
@NullMarked
package dev.startide.warehouse.dictionary;

import org.jspecify.annotations.NullMarked;
