/// What people see: answers, tables, and one line that is kept up to date while something works.
@NullMarked
package dev.startide.app.terminal;

import org.jspecify.annotations.NullMarked;
