/// How the log is written.
@NullMarked
package dev.startide.app.log;

import org.jspecify.annotations.NullMarked;
