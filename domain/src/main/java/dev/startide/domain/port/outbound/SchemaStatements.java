package dev.startide.domain.port.outbound;

import dev.startide.warehouse.plan.SchemaChange;
import java.util.List;

/// Changes of a schema in the words of the database.
public interface SchemaStatements {

    /// The statements that make a change, in order; none if adding cannot make it.
    List<String> of(SchemaChange change);
}
