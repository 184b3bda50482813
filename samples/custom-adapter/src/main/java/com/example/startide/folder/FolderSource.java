package com.example.startide.folder;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/// Reads sources of kind `folder`. One property switches it on; without it, the jar on the class
/// path changes nothing.
@Singleton
@Requires(property = "startide.adapters.folder.enabled", value = "true")
final class FolderSource implements EventSource {

    static final String KIND = "folder";

    private final InstantSource clock;

    @Inject
    FolderSource() {
        this(Clock.systemUTC());
    }

    FolderSource(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> options() {
        return FolderOptions.KNOWN;
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        FolderOptions options = FolderOptions.of(source);
        Folder folder = options.keep() ? new KeptFolder(options.path()) : new EmptiedFolder(options.path());
        return FolderFeed.start(source, options, new BatchReader(folder, clock), ingest);
    }
}
