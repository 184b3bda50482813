/// The program: it reads settings, wires ports to adapters, and offers commands and pages to
/// people.
@NullMarked
package dev.startide.app;

import org.jspecify.annotations.NullMarked;
