/// The program: where it starts, its commands, its wiring, and the service that it runs.
///
/// Everything here knows the ports of the domain and no adapter's class: adapters are found as
/// beans, so that one in a jar of its own is wired like the built-in ones.
@NullMarked
package dev.startide.app;

import org.jspecify.annotations.NullMarked;
