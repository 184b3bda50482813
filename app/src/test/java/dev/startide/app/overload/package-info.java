/// A small service that gets more than it can take.
@NullMarked
package dev.startide.app.overload;

import org.jspecify.annotations.NullMarked;
