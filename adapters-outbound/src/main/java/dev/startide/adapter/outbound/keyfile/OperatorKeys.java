package dev.startide.adapter.outbound.keyfile;

import dev.startide.domain.port.outbound.ApiKeys;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes the keys of operators, which are in a file of their own.
@Factory
final class OperatorKeys {

    @Singleton
    @Named("operators")
    ApiKeys operators(OperatorFileConfig config, InstantSource clock) {
        return new KeyFile(new KeyFileConfig(config.file()), clock);
    }
}
