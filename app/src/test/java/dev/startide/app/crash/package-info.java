/// Kills and stops instances of the service at every step of their work, and looks what has become of
/// the events.
@NullMarked
package dev.startide.app.crash;

import org.jspecify.annotations.NullMarked;
