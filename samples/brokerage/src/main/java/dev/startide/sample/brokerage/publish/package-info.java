/// Writes events as files, in the form in which the sources of the model read them.
@NullMarked
package dev.startide.sample.brokerage.publish;

import org.jspecify.annotations.NullMarked;
