/// What the server, our rights in it, its clock and its disk look like: the part of
/// `startide doctor` that is about PostgreSQL. Only reads.
@NullMarked
package dev.startide.adapter.outbound.postgres.doctor;

import org.jspecify.annotations.NullMarked;
