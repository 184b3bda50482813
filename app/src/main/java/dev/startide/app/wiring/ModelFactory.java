package dev.startide.app.wiring;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes the model a bean, unless a session was given one, and the layout of its tables.
@Factory
final class ModelFactory {

    @Singleton
    WarehouseModel model(ModelReader reader) {
        return reader.readValid().model();
    }

    @Singleton
    WarehouseLayout layout(WarehouseModel model) {
        return WarehouseLayout.of(model);
    }
}
