/// The shape of data: the warehouse as a value that can be read, checked and planned without the platform.
///
/// What is said here would still be true if no event ever arrived.
@NullMarked
package dev.startide.warehouse;

import org.jspecify.annotations.NullMarked;
