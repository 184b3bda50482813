/// Courses of events: what arrives where and when, what is loaded in which batches, what goes wrong
/// and who takes over. Whatever the course, the warehouse must hold what the reference fold says.
@NullMarked
package dev.startide.domain.testkit.course;

import org.jspecify.annotations.NullMarked;
