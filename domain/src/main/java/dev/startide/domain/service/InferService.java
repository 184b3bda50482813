package dev.startide.domain.service;

import dev.startide.domain.draft.Draft;
import dev.startide.domain.draft.Drafting;
import dev.startide.domain.draft.Sample;
import dev.startide.domain.port.inbound.InferModel;
import dev.startide.domain.port.inbound.SourceSamples;
import dev.startide.domain.port.outbound.Samples;
import java.util.List;

/// Reads samples, and drafts a model of them.
public final class InferService implements InferModel {

    private final Samples samples;
    private final List<SourceSamples> sources;

    /// @param sources what there is beside files
    public InferService(Samples samples, List<SourceSamples> sources) {
        this.samples = samples;
        this.sources = List.copyOf(sources);
    }

    @Override
    public Draft infer(List<String> locations, int most) {
        return Drafting.of(
                locations.stream().map(location -> sample(location, most)).toList());
    }

    private Sample sample(String location, int most) {
        return sources.stream()
                .filter(source -> source.isOne(location))
                .findFirst()
                .map(source -> samples.ofTopic(location, source.read(location, most)))
                .orElseGet(() -> samples.ofFile(location, most));
    }
}
