package dev.startide.domain.normalize;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Turns typed events into changes of entities and facts. Pure: the same events give the same
/// changes.
public final class Normalizer {

    private final Map<EventName, EventPlan> plans = new HashMap<>();

    public Normalizer(WarehouseModel model) {
        for (EventType event : model.events()) {
            plans.put(event.name(), new EventPlan(event, model));
        }
    }

    /// What the events say, by the keys that they speak of.
    public BatchChanges normalize(Collection<TypedEvent> events) {
        BatchChanges changes = new BatchChanges();
        for (TypedEvent event : events) {
            EventPlan plan = plans.get(event.type().name());
            if (plan == null) {
                throw new IllegalArgumentException(
                        "The model has no event " + event.type().name());
            }
            plan.apply(event, changes);
        }
        return changes;
    }
}
