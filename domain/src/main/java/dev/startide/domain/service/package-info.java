/// One class for each inbound port: ask, decide, tell.
@NullMarked
package dev.startide.domain.service;

import org.jspecify.annotations.NullMarked;
