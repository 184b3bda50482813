/// The program in processes of its own, so that they can be killed, stopped and starved, as `run`
/// starts it.
@NullMarked
package dev.startide.app.instance;

import org.jspecify.annotations.NullMarked;
