/// Expressions over events in the Common Expression Language.
///
/// Typed as far as the declarations go, without side effects, and bounded: no expression can loop
/// for long or reach anything but the event. Numbers with a point stay exact.
@NullMarked
package dev.startide.adapter.outbound.cel;

import org.jspecify.annotations.NullMarked;
