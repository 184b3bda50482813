/// What is counted and measured, as `startide_*` at `/prometheus`.
@NullMarked
package dev.startide.app.metrics;

import org.jspecify.annotations.NullMarked;
