package dev.startide.domain.port.inbound;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.warehouse.WarehouseModel;
import java.util.List;

/// Tells whether everything around is as it has to be, with what to do where it is not. Changes
/// nothing, and fails for nothing that it is asked to look at.
public interface DiagnoseSetup {

    /// Looks at the surroundings that every warehouse has: servers, rights, clocks, this process.
    List<Diagnosis> ofSurroundings();

    /// Looks at whether the database is what a model wants, and at the model's sources.
    List<Diagnosis> ofModel(WarehouseModel model);
}
