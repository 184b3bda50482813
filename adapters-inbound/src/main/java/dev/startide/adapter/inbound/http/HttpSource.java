package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.Endpoint.Trust;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Takes requests for sources of kind `http`. Their options are `path`, below `/events/`, which is
/// `/events/` and the source's name unless the model says otherwise; and `webhook_secret`, the name
/// of the environment's variable that holds the secrets which requests are signed with.
@Singleton
final class HttpSource implements EventSource {

    static final String ROOT = "/events/";

    private static final String PATH_OPTION = "path";
    private static final String SECRET_OPTION = "webhook_secret";

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern PATH = Pattern.compile("/events/[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");

    private final HttpSources sources;
    private final HttpIngestConfig config;
    private final Instance instance;
    private final Doorkeeper doorkeeper;
    private final Environment environment;

    HttpSource(
            HttpSources sources,
            HttpIngestConfig config,
            Instance instance,
            Doorkeeper doorkeeper,
            Environment environment) {
        this.sources = sources;
        this.config = config;
        this.instance = instance;
        this.doorkeeper = doorkeeper;
        this.environment = environment;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public Set<String> options() {
        return Set.of(PATH_OPTION, SECRET_OPTION);
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        String path = path(source);
        Trust trust = trust(source);
        if (trust instanceof Trust.Senders) {
            doorkeeper.inspect();
        }
        LaneLog log = new LaneLog(source.name(), instance.lane(), ingest);
        LaneWriter writer = LaneWriter.start("http-" + source.name(), log, config.batchMaxBytes());
        Endpoint endpoint = new Endpoint(source.name(), writer, trust);
        if (!sources.add(path, endpoint)) {
            writer.close();
            throw invalid(source, "has the path %s, which another source has already".formatted(path));
        }
        return new RunningHttp(path, endpoint);
    }

    /// What can be told of a source without starting it.
    List<Diagnosis> diagnose(Source source) {
        String place = "source %s: ".formatted(source.name());
        Diagnosis path = Diagnosis.fine(place + "path", path(source));
        return switch (trust(source)) {
            case Trust.Senders() -> List.of(path, doorkeeper.diagnosis(place + "senders"));
            case Trust.Signatures _ -> List.of(path, Diagnosis.fine(place + "senders", "requests are signed"));
        };
    }

    /// A source of signed requests believes nobody else; the others believe the doorkeeper.
    private Trust trust(Source source) {
        String variable = source.options().get(SECRET_OPTION);
        if (variable == null) {
            return new Trust.Senders();
        }
        if (!VARIABLE.matcher(variable).matches()) {
            throw invalid(
                    source,
                    "has a webhook_secret that is no name of a variable such as ORDERS_SECRET; the secret itself does not belong into the model");
        }
        try {
            return new Trust.Signatures(WebhookSecrets.parse(secret(source, variable)));
        } catch (IllegalArgumentException unusable) {
            throw invalid(source, "cannot use the variable %s, which %s".formatted(variable, unusable.getMessage()));
        }
    }

    private String secret(Source source, String variable) {
        String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return environment
                .getProperty(property, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> invalid(
                        source,
                        "needs the secret of its webhook in the environment's variable %s".formatted(variable)));
    }

    private String path(Source source) {
        Set<String> unknown = new TreeSet<>(source.options().keySet());
        unknown.removeAll(options());
        if (!unknown.isEmpty()) {
            throw invalid(source, "has unknown options %s; known are path and webhook_secret".formatted(unknown));
        }
        String path = source.options().getOrDefault(PATH_OPTION, ROOT + source.name());
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
        private final Endpoint endpoint;

        private RunningHttp(String path, Endpoint endpoint) {
            this.path = path;
            this.endpoint = endpoint;
        }

        @Override
        public Health health() {
            return endpoint.writer().trouble().<Health>map(Health.Waiting::new).orElseGet(Health.Reading::new);
        }

        @Override
        public void close() {
            sources.remove(path, endpoint);
            endpoint.writer().close();
        }
    }
}
