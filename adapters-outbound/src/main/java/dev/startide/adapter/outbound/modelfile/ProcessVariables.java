package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.validation.Variables;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The environment of this process.
@Singleton
final class ProcessVariables implements Variables {

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
