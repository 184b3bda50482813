package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;

/// Who has keys, for people and for machines.
public record KeyReport(List<ApiKey> keys) {

    /// So much of a hash tells one key from another for people.
    private static final int SHORT_HASH = 8;

    private static final String ALL = "*";

    public KeyReport {
        keys = List.copyOf(keys);
    }

    public List<String> lines() {
        TextTable table = new TextTable("sender", "sources", "events/s", "issued", "hash");
        keys.forEach(key -> table.row(
                key.sender().name().value(),
                String.join(",", sources(key)),
                rate(key),
                key.issuedAt().toString(),
                key.hash().hex().substring(0, SHORT_HASH)));
        return table.lines();
    }

    public String asJson() {
        return Json.array(keys, (json, key) -> {
            json.writeStringField("sender", key.sender().name().value());
            json.writeArrayFieldStart("sources");
            for (String source : sources(key)) {
                json.writeString(source);
            }
            json.writeEndArray();
            switch (key.sender().rate()) {
                case SenderRate.Usual _ -> json.writeNullField("eventsPerSecond");
                case SenderRate.Most(int most) -> json.writeNumberField("eventsPerSecond", most);
            }
            json.writeStringField("issuedAt", key.issuedAt().toString());
            json.writeStringField("hash", key.hash().hex());
        });
    }

    private static List<String> sources(ApiKey key) {
        return switch (key.sender().scope()) {
            case SenderScope.AllSources _ -> List.of(ALL);
            case SenderScope.Only(var names) ->
                names.stream().map(SourceName::value).sorted().toList();
        };
    }

    private static String rate(ApiKey key) {
        return switch (key.sender().rate()) {
            case SenderRate.Usual _ -> "usual";
            case SenderRate.Most(int most) -> Integer.toString(most);
        };
    }
}
