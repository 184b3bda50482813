package com.example.startide.folder;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.EventSourceContract;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.mapping.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/// What every source promises, of folders.
class FolderContractTest extends EventSourceContract {

    @TempDir
    private Path directory;

    private Inbox inbox;
    private int files;

    @Override
    protected void prepareOutside() {
        inbox = Inbox.in(directory);
    }

    @Override
    protected EventSource eventSource() {
        return new FolderSource();
    }

    @Override
    protected Source source() {
        return folder(Map.of("path", inbox.path().toString(), "poll", "5ms"));
    }

    @Override
    protected Source unusableSource() {
        return folder(Map.of("topic", "orders"));
    }

    @Override
    protected void publish(int lane, List<String> contents) {
        inbox.moveIn("%04d.ndjson".formatted(files++), String.join("\n", contents));
    }

    @Override
    protected void makeUnreachable() {
        inbox.hide();
    }

    @Override
    protected void makeReachable() {
        inbox.show();
    }

    private static Source folder(Map<String, String> options) {
        return SourceBuilder.aSource("orders").ofKind("folder").with(options).build();
    }
}
