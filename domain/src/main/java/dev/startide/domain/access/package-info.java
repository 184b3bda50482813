/// Who may send events, and to which sources.
///
/// Keys are kept as hashes alone; whoever reads them cannot send with them. Everything here is a
/// value: where keys are kept is an adapter's business, how a sender shows one is another's.
@NullMarked
package dev.startide.domain.access;

import org.jspecify.annotations.NullMarked;
