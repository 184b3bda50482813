package dev.startide.warehouse.declaration;

/// How a calendar was written.
///
/// @param fiscalYearStarts the number of a month
/// @param holidays the name of a file beside the model
public record CalendarDeclaration(Written from, Written yearsAhead, Written fiscalYearStarts, Written holidays) {}
