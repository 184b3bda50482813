/// The documentation of a warehouse as one page of HTML, with its diagrams drawn in it.
@NullMarked
package dev.startide.app.docs;

import org.jspecify.annotations.NullMarked;
