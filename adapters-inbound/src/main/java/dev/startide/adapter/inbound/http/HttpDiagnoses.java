package dev.startide.adapter.inbound.http;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.util.List;

/// Where events of a source may be sent to, and whether anybody may send some.
@Singleton
final class HttpDiagnoses implements SourceDiagnoses {

    private final HttpSource sources;

    HttpDiagnoses(HttpSource sources) {
        this.sources = sources;
    }

    @Override
    public String kind() {
        return sources.kind();
    }

    @Override
    public List<Diagnosis> of(Source source) {
        return sources.diagnose(source);
    }
}
