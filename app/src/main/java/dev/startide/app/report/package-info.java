/// Answers of the domain as text: tables for people, JSON for machines.
@NullMarked
package dev.startide.app.report;

import org.jspecify.annotations.NullMarked;
