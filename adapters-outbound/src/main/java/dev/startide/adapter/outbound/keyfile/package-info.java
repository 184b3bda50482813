/// Keeps the hashes of senders' keys in a file, one in a line, so that it can be mounted like any
/// other secret, compared, and put under version control.
///
/// The file is looked at again when it was changed, a second later at the latest, so that keys are
/// exchanged and withdrawn without a restart.
@NullMarked
package dev.startide.adapter.outbound.keyfile;

import org.jspecify.annotations.NullMarked;
