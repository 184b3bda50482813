/// The promises that the database can check itself, each as questions about whole tables.
///
/// A check is one small class, a bean: a new kind of table brings its own check and changes nothing
/// here. [PostgresCheck] says what it has to tell; questions of fixed shape stand in files, others
/// are rendered from the layout.
@NullMarked
package dev.startide.adapter.outbound.postgres.verify;

import org.jspecify.annotations.NullMarked;
