/// A parcel service whose facts are of every kind: a model, and random events of it.
@NullMarked
package dev.startide.domain.testkit.parcels;

import org.jspecify.annotations.NullMarked;
