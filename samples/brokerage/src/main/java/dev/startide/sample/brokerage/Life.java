package dev.startide.sample.brokerage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what happens to one key, event after event, each saying only what changed.
final class Life {

    private final String keyName;
    private final Object key;
    private final List<BrokerageEvent> events = new ArrayList<>();
    private final Map<String, @Nullable Object> state = new LinkedHashMap<>();

    Life(String keyName, Object key) {
        this.keyName = keyName;
        this.key = key;
    }

    /// @param time the name of the field that holds the instant
    /// @param fields what is said, as name and value in turn
    Life tell(Kind kind, String time, Instant at, @Nullable Object... fields) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put(keyName, key);
        for (int field = 0; field < fields.length; field += 2) {
            said.put(String.valueOf(fields[field]), fields[field + 1]);
            state.put(String.valueOf(fields[field]), fields[field + 1]);
        }
        said.put(time, at);
        said.put("change_no", events.size());
        events.add(new BrokerageEvent(kind, key, at, events.size(), said));
        return this;
    }

    /// What was said last of a field.
    @Nullable
    Object now(String field) {
        return state.get(field);
    }

    List<BrokerageEvent> events() {
        return List.copyOf(events);
    }
}
