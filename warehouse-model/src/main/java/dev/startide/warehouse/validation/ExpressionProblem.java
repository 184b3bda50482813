package dev.startide.warehouse.validation;

/// What is wrong with an expression.
///
/// @param offset where in the expression, in characters from 0
/// @param message what is wrong, without a full stop
/// @param remedy what to do about it, as a sentence; may be empty
public record ExpressionProblem(int offset, String message, String remedy) {}
