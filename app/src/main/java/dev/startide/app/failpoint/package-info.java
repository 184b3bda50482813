/// What makes a process die or stop at a fail point, in tests that see what is left of its work.
@NullMarked
package dev.startide.app.failpoint;

import org.jspecify.annotations.NullMarked;
