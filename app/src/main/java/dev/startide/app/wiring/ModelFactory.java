package dev.startide.app.wiring;

import dev.startide.app.settings.StartideConfig;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.validation.ModelFileResult;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes the model a bean, and the layout of its tables.
@Factory
final class ModelFactory {

    @Singleton
    WarehouseModel model(ModelReader reader, StartideConfig settings) {
        return switch (reader.read()) {
            case ModelFileResult.Valid(var model, var _) -> model;
            case ModelFileResult.Invalid(var issues) -> throw new InvalidModel(settings.model(), issues);
        };
    }

    @Singleton
    WarehouseLayout layout(WarehouseModel model) {
        return WarehouseLayout.of(model);
    }
}
