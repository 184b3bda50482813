package dev.startide.adapter.inbound.http;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Takes requests for sources of kind `http`. Their one option is `path`, below `/events/`;
/// `/events/` and the source's name unless the model says otherwise.
@Singleton
final class HttpSource implements EventSource {

    static final String ROOT = "/events/";

    private static final Pattern PATH = Pattern.compile("/events/[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");

    private final HttpSources sources;
    private final HttpIngestConfig config;
    private final Instance instance;

    HttpSource(HttpSources sources, HttpIngestConfig config, Instance instance) {
        this.sources = sources;
        this.config = config;
        this.instance = instance;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public Set<String> options() {
        return Set.of("path");
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        String path = path(source);
        LaneLog log = new LaneLog(source.name(), instance.lane(), ingest);
        LaneWriter writer = LaneWriter.start("http-" + source.name(), log, config.batchMaxBytes());
        if (!sources.add(path, writer)) {
            writer.close();
            throw invalid(source, "has the path %s, which another source has already".formatted(path));
        }
        return new RunningHttp(path, writer);
    }

    private static String path(Source source) {
        Set<String> unknown = new TreeSet<>(source.options().keySet());
        unknown.remove("path");
        if (!unknown.isEmpty()) {
            throw invalid(source, "has unknown options %s; known is path".formatted(unknown));
        }
        String path = source.options().getOrDefault("path", ROOT + source.name());
        if (!PATH.matcher(path).matches()) {
            throw invalid(source, "has the path \"%s\", which is not like /events/orders".formatted(path));
        }
        return path;
    }

    private static StartideException invalid(Source source, String complaint) {
        return StartideException.because(
                FailureCode.SETTING_INVALID, "Source %s %s".formatted(source.name(), complaint));
    }

    private final class RunningHttp implements Running {

        private final String path;
        private final LaneWriter writer;

        private RunningHttp(String path, LaneWriter writer) {
            this.path = path;
            this.writer = writer;
        }

        @Override
        public Health health() {
            return writer.trouble().<Health>map(Health.Waiting::new).orElseGet(Health.Reading::new);
        }

        @Override
        public void close() {
            sources.remove(path, writer);
            writer.close();
        }
    }
}
