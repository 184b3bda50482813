/// The demo: servers and a publisher in processes of their own, the product in this one.
///
/// A child ends when its standard input does, so none outlives this process, however it ends.
@NullMarked
package dev.startide.app.demo;

import org.jspecify.annotations.NullMarked;
