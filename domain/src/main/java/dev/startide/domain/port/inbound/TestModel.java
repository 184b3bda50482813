package dev.startide.domain.port.inbound;

import dev.startide.domain.trial.Arrangement;
import dev.startide.domain.trial.Preview;
import dev.startide.domain.trial.TrialOutcome;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.expectation.ModelTest;
import java.util.List;

/// Runs the tests of a model, one after the other, on a database that is theirs alone. For one thread.
public interface TestModel {

    /// Takes the database and makes the tables of the model.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if it holds a warehouse
    ///     that was not made by tests
    void begin();

    /// Loads the events of a test in one order, and compares.
    ///
    /// @param seed decides the order where it is to be random
    TrialOutcome run(ModelTest test, Arrangement arrangement, long seed);

    /// What events would become in a warehouse that has nothing yet.
    Preview preview(List<GivenEvent> events);

    /// Leaves the database empty.
    void end();
}
