package dev.startide.domain.testkit;

import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import java.util.Map;

/// Builds sources of a model. Immutable; starts from a source of JSON with positions.
public record SourceBuilder(
        String name, String kind, Source.PayloadFormat format, Source.Dedupe dedupe, Map<String, String> options) {

    public static SourceBuilder aSource(String name) {
        return new SourceBuilder(name, "test", Source.PayloadFormat.JSON, new Source.Dedupe.ByPosition(), Map.of());
    }

    public SourceBuilder inFormat(Source.PayloadFormat other) {
        return new SourceBuilder(name, kind, other, dedupe, options);
    }

    public SourceBuilder ofKind(String other) {
        return new SourceBuilder(name, other, format, dedupe, options);
    }

    public SourceBuilder dedupedBy(Source.Dedupe policy) {
        return new SourceBuilder(name, kind, format, policy, options);
    }

    public SourceBuilder with(Map<String, String> others) {
        return new SourceBuilder(name, kind, format, dedupe, others);
    }

    public Source build() {
        return new Source(new SourceName(name), kind, format, dedupe, options);
    }
}
