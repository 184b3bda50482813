package dev.startide.app.wiring;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.startide.app.settings.StartideConfig;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.warehouse.validation.ModelFileResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Reads the model that the settings name, for the kinds of sources that there are adapters for.
@Singleton
public final class ModelReader {

    private final ModelFiles files;
    private final StartideConfig settings;
    private final Set<String> kinds;

    ModelReader(ModelFiles files, StartideConfig settings, List<EventSource> adapters) {
        this.files = files;
        this.settings = settings;
        this.kinds = adapters.stream().map(EventSource::kind).collect(toUnmodifiableSet());
    }

    /// Reads the file anew.
    public ModelFileResult read() {
        return files.read(settings.model(), kinds);
    }
}
