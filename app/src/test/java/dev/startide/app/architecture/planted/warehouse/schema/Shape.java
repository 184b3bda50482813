package dev.startide.app.architecture.planted.warehouse.schema;

import dev.startide.app.architecture.planted.domain.flow.Decision;
import dev.startide.app.architecture.planted.warehouse.star.Star;

/// The model depends on the flow, and two of its packages on each other.
public class Shape {

    public Decision decision() {
        return new Decision();
    }

    public Star star() {
        return new Star();
    }
}
