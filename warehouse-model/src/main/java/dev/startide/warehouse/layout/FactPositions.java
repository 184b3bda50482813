package dev.startide.warehouse.layout;

import dev.startide.warehouse.star.Fact;

/// Where the parts of a fact's row begin, and how long a change of it is.
///
/// @param storedInputs the index of the first stored input in a row
/// @param ownColumns the index of the first value that a row has because of the fact's kind
/// @param bookkeeping the index of the first [Bookkeeping] value in a row
/// @param slots how many values a change has
public record FactPositions(int storedInputs, int ownColumns, int bookkeeping, int slots) {

    static FactPositions of(Fact fact) {
        int keys = fact.roles().stream()
                .mapToInt(role -> FactLayout.keyColumns(role).size())
                .sum();
        int inputs = fact.storedInputs().size();
        int storedInputs = fact.grain().size() + 1 + keys;
        int ownColumns = storedInputs + inputs;
        return new FactPositions(
                storedInputs,
                ownColumns,
                ownColumns + FactLayout.ownColumns(fact).size(),
                1 + fact.roles().size() + FactLayout.flagsOf(fact).size() + inputs);
    }
}
