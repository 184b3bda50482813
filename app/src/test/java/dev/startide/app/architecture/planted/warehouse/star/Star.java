package dev.startide.app.architecture.planted.warehouse.star;

import dev.startide.app.architecture.planted.warehouse.schema.Shape;

/// One half of a cycle.
public class Star {

    public Shape shape() {
        return new Shape();
    }
}
