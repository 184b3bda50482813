/// A clinic: a model of every kind of dimension, and the events of its wards.
@NullMarked
package dev.startide.domain.testkit.clinic;

import org.jspecify.annotations.NullMarked;
