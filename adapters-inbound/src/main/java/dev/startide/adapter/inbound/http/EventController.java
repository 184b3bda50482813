package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.EventParser.Parsed;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.StartideException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Takes events at `POST /events/…`, one or many in a request, and answers 202 when they are
/// durable.
@Controller("/events")
final class EventController {

    private final HttpSources sources;
    private final EventParser parser;
    private final HttpIngestConfig config;
    private final BodyReader bodies;
    private final ByteBudget budget;

    EventController(HttpSources sources, EventParser parser, HttpIngestConfig config) {
        this.sources = sources;
        this.parser = parser;
        this.config = config;
        this.bodies = new BodyReader(config.maxRequestBytes());
        this.budget = new ByteBudget(config.maxInFlightBytes());
    }

    /// @param path of the source, below `/events/`
    @Post("/{path:.+}")
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> post(HttpRequest<?> request, String path, @Nullable @Body InputStream body)
            throws InterruptedException {
        try (ByteBudget.Share share = budget.newShare();
                InputStream unread = body == null ? InputStream.nullInputStream() : body) {
            String fullPath = HttpSource.ROOT + path;
            if (sources.isClosed(fullPath)) {
                return unavailable("The source is being stopped; send the request again later");
            }
            LaneWriter writer = sources.at(fullPath)
                    .orElseThrow(() -> new RefusedException(
                            Mistake.UNKNOWN_SOURCE, "The model has no HTTP source with the path " + fullPath));
            String mediaType = parser.requireMediaType(request.getHeaders());
            long announced = request.getContentLength();
            byte[] bytes =
                    bodies.read(unread, announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced), share);
            return answer(parser.parse(mediaType, request.getHeaders(), bytes), writer, share);
        } catch (RefusedException refusal) {
            return refusal.mistake() == Mistake.BUSY
                    ? Answers.refusedForNow(refusal.mistake(), refusal.detail(), config.retryAfter())
                    : Answers.refused(refusal.mistake(), refusal.detail());
        } catch (IOException _) {
            return Answers.refused(Mistake.MALFORMED, "The body broke off");
        } catch (StartideException failure) {
            return failure.handling().mayPass()
                    ? unavailable("Send the request again later; what was logged already is recognised")
                    : Answers.refused(Mistake.BROKEN, "The operator of this server has to put something right first");
        } catch (TimeoutException _) {
            return unavailable("Logging takes too long; send the request again later");
        }
    }

    private HttpResponse<?> answer(Parsed parsed, LaneWriter writer, ByteBudget.Share share)
            throws RefusedException, InterruptedException, TimeoutException {
        return switch (parsed) {
            case Parsed.One(Item.Refused(var mistake, var reason)) ->
                throw new RefusedException(mistake, "The event " + reason);
            case Parsed.One(var item) ->
                Answers.one(log(List.of(item), writer, share).getFirst());
            case Parsed.Several(var items) -> Answers.several(log(items, writer, share));
        };
    }

    /// Logs what is usable, and returns a verdict on every item.
    ///
    /// @throws TimeoutException if it takes too long; what was submitted may be logged still, and
    ///     has its share until then
    private List<Verdict> log(List<Item> items, LaneWriter writer, ByteBudget.Share share)
            throws InterruptedException, TimeoutException {
        var events = items.stream()
                .filter(Item.Usable.class::isInstance)
                .map(item -> ((Item.Usable) item).event())
                .toList();
        List<Verdict> logged = events.isEmpty() ? List.of() : await(submit(events, writer, share));
        var next = logged.iterator();
        List<Verdict> verdicts = new ArrayList<>();
        for (Item item : items) {
            verdicts.add(
                    switch (item) {
                        case Item.Usable _ -> next.next();
                        case Item.Refused refused -> Verdict.rejected(refused.reason());
                    });
        }
        return verdicts;
    }

    private static CompletableFuture<List<Verdict>> submit(
            List<IncomingEvent> events, LaneWriter writer, ByteBudget.Share share) {
        CompletableFuture<List<Verdict>> verdicts = writer.submit(events);
        share.keepFor(verdicts);
        return verdicts;
    }

    private List<Verdict> await(CompletableFuture<List<Verdict>> verdicts)
            throws InterruptedException, TimeoutException {
        try {
            return verdicts.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StartideException known) {
                throw known;
            }
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<?> unavailable(String detail) {
        return Answers.refusedForNow(Mistake.UNAVAILABLE, detail, config.retryAfter());
    }
}
