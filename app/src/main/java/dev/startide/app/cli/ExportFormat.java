package dev.startide.app.cli;

import dev.startide.warehouse.dictionary.Mermaid;
import dev.startide.warehouse.exchange.CubeModel;
import dev.startide.warehouse.exchange.DataContract;
import dev.startide.warehouse.exchange.DbtSources;
import dev.startide.warehouse.exchange.OssieModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.Locale;

/// What a model can be exported as.
enum ExportFormat {
    DBT,
    CUBE,
    ODCS,
    OSSIE,
    MERMAID;

    /// What a user calls it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text(WarehouseLayout layout) {
        return switch (this) {
            case DBT -> DbtSources.of(layout);
            case CUBE -> CubeModel.of(layout);
            case ODCS -> DataContract.of(layout);
            case OSSIE -> OssieModel.of(layout);
            case MERMAID -> Mermaid.of(layout);
        };
    }

    /// The name that the other tool expects of such a file.
    String file(String model) {
        return switch (this) {
            case DBT -> "sources.yml";
            case CUBE -> "cubes.yml";
            case ODCS -> model + ".odcs.yaml";
            case OSSIE -> model + ".ossie.yaml";
            case MERMAID -> "model.mmd";
        };
    }
}
