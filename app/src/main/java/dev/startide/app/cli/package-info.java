/// The command line: one class for each command, and what they share: options, exit codes, and how
/// a failure is told.
///
/// What a command was asked for goes to standard output, everything else to standard error. A
/// failure is one sentence with its remedy.
@NullMarked
package dev.startide.app.cli;

import org.jspecify.annotations.NullMarked;
