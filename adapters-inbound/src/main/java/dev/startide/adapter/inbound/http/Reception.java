package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.Endpoint.Trust;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// Lets a request in, or refuses it by its head alone, before anything of its body is read. Safe
/// for use by many threads.
@Singleton
final class Reception {

    private final HttpSources sources;
    private final Doorkeeper doorkeeper;
    private final RateLimits limits;
    private final HttpIngestConfig config;
    private final Clock clock;

    Reception(HttpSources sources, Doorkeeper doorkeeper, RateLimits limits, HttpIngestConfig config, Clock clock) {
        this.sources = sources;
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /// A request that may be read.
    ///
    /// @param proof what speaks for it
    record Admission(Endpoint endpoint, Proof proof) {}

    /// What speaks for a request.
    sealed interface Proof {

        /// The message that was signed, if one was.
        default Optional<WebhookCall> message() {
            return this instanceof Signature(var call, var _, var _) ? Optional.of(call) : Optional.empty();
        }

        /// Its head, for which its sender has been charged.
        record Head(RateLimits.Charge charge) implements Proof {}

        /// The signature of its body. Nobody is charged before that was checked, or else anybody
        /// could use up what the signer may send.
        record Signature(WebhookCall call, WebhookSecrets secrets, Sender signer) implements Proof {}
    }

    /// Admits a request for a path.
    Admission admit(HttpHeaders headers, String path) throws RefusedException {
        Optional<Endpoint> found = sources.at(path);
        if (found.isPresent() && found.get().trust() instanceof Trust.Signatures(var secrets)) {
            return signed(found.get(), secrets, headers);
        }
        Sender sender = doorkeeper.identify(headers);
        if (sources.isClosed(path)) {
            throw new RefusedException(
                    Mistake.UNAVAILABLE, "The source is being stopped; send the request again later");
        }
        Endpoint endpoint = found.orElseThrow(() ->
                new RefusedException(Mistake.UNKNOWN_SOURCE, "The model has no HTTP source with the path " + path));
        if (!sender.scope().allows(endpoint.source())) {
            throw new RefusedException(
                    Mistake.FORBIDDEN, "%s may not send to %s".formatted(sender.name(), endpoint.source()));
        }
        return new Admission(endpoint, new Proof.Head(limits.begin(sender)));
    }

    private Admission signed(Endpoint endpoint, WebhookSecrets secrets, HttpHeaders headers) throws RefusedException {
        WebhookCall call = WebhookCall.of(headers, clock.instant(), config.webhookTolerance());
        Sender signer = new Sender(
                new SenderName("webhook:" + endpoint.source()),
                new SenderScope.Only(Set.of(endpoint.source())),
                new SenderRate.Usual());
        return new Admission(endpoint, new Proof.Signature(call, secrets, signer));
    }

    /// Checks what could not be before the body was there.
    RateLimits.Charge check(Proof proof, byte[] body) throws RefusedException {
        return switch (proof) {
            case Proof.Head(var charge) -> charge;
            case Proof.Signature(var call, var secrets, var signer) -> {
                if (!secrets.signed(call, body)) {
                    throw WebhookCall.refused(
                            "The webhook-signature was not made of this request with a secret that is valid here");
                }
                yield limits.begin(signer);
            }
        };
    }
}
