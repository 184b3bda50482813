package dev.startide.app.wiring;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.startide.app.settings.StartideConfig;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.FiniteSource;
import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.ModelFileResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the model that the settings name, for the kinds of sources that there are adapters for.
@Singleton
public final class ModelReader {

    private final ModelFiles files;
    private final StartideConfig settings;
    private final Set<SourceKind> kinds;

    ModelReader(ModelFiles files, StartideConfig settings, List<EventSource> open, List<FiniteSource> finite) {
        this.files = files;
        this.settings = settings;
        this.kinds = Stream.concat(
                        open.stream().map(adapter -> new SourceKind(adapter.kind(), adapter.options())),
                        finite.stream().map(adapter -> new SourceKind(adapter.kind(), adapter.options())))
                .collect(toUnmodifiableSet());
    }

    /// The kinds of sources that there are adapters for.
    public Set<SourceKind> kinds() {
        return kinds;
    }

    /// Reads a file that must hold a model that can be used.
    ///
    /// @throws InvalidModel with everything that is wrong with it
    public ModelFileResult.Valid readValid() {
        return switch (read()) {
            case ModelFileResult.Valid valid -> valid;
            case ModelFileResult.Invalid(var issues) -> throw new InvalidModel(settings.model(), issues);
        };
    }

    /// Reads the file anew.
    public ModelFileResult read() {
        return files.read(settings.model(), kinds);
    }
}
