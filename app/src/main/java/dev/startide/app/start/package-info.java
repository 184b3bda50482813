/// New projects: a model that runs as it is, with events, settings and a database to start.
@NullMarked
package dev.startide.app.start;

import org.jspecify.annotations.NullMarked;
