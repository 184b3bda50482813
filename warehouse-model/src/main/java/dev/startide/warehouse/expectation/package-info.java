/// Tests of a model: events, and what the warehouse is to show once they are loaded. Values only; the
/// domain runs them.
@NullMarked
package dev.startide.warehouse.expectation;

import org.jspecify.annotations.NullMarked;
