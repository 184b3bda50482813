package dev.startide.domain.port.outbound;

import dev.startide.domain.trial.SeenRow;
import dev.startide.warehouse.schema.View;
import java.util.List;

/// A database that belongs to tests alone, and may be emptied at any time. For one thread.
public interface ScratchWarehouse {

    /// Takes the database, which must hold no warehouse; what an earlier test run has left is removed.
    /// Nothing else of this port may be called before.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if it holds a warehouse
    ///     that was not made by tests
    void take();

    /// Forgets all events and all that was made of them. What an apply fills is there again.
    void clear();

    /// The rows that answer a question, in no particular order.
    ///
    /// @param most how many to return at most
    List<SeenRow> rows(View.Rows question, int most);

    /// Removes everything from the database.
    void discard();
}
