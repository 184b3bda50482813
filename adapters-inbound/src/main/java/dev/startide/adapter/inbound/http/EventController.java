package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.EventParser.Parsed;
import dev.startide.adapter.inbound.http.RateLimits.Charge;
import dev.startide.adapter.inbound.http.Reception.Admission;
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

    private final Reception reception;
    private final EventParser parser;
    private final HttpIngestConfig config;
    private final BodyReader bodies;
    private final ByteBudget budget;

    EventController(Reception reception, EventParser parser, HttpIngestConfig config, Alarm alarm) {
        this.reception = reception;
        this.parser = parser;
        this.config = config;
        this.bodies = new BodyReader(config, alarm);
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
            Admission admission = reception.admit(request.getHeaders(), HttpSource.ROOT + path);
            String mediaType = parser.requireMediaType(request.getHeaders());
            byte[] bytes = bodies.read(packed(request, unread), share, Deadline.after(config.receiveTimeout()));
            Charge charge = reception.check(admission.proof(), bytes);
            Parsed parsed = parser.parse(
                    mediaType, request.getHeaders(), bytes, admission.proof().message());
            charge.forEvents(parsed.count());
            return answer(parsed, new Logging(admission.endpoint().writer(), share));
        } catch (RefusedException refusal) {
            return Answers.refused(refusal, config.retryAfter());
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

    private static BodyReader.Body packed(HttpRequest<?> request, InputStream unread) throws RefusedException {
        long announced = request.getContentLength();
        return new BodyReader.Body(
                unread,
                announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced),
                Encoding.of(request.getHeaders()));
    }

    /// Where the events of a request go, and what they hold of the budget.
    private record Logging(LaneWriter writer, ByteBudget.Share share) {}

    private HttpResponse<?> answer(Parsed parsed, Logging logging)
            throws RefusedException, InterruptedException, TimeoutException {
        return switch (parsed) {
            case Parsed.One(Item.Refused(var mistake, var reason)) ->
                throw new RefusedException(mistake, "The event " + reason);
            case Parsed.One(var item) -> Answers.one(log(List.of(item), logging).getFirst());
            case Parsed.Several(var items) -> Answers.several(log(items, logging));
        };
    }

    /// Logs what is usable, and returns a verdict on every item.
    ///
    /// @throws TimeoutException if it takes too long; what was submitted may be logged still, and
    ///     has its share until then
    private List<Verdict> log(List<Item> items, Logging logging) throws InterruptedException, TimeoutException {
        var events = items.stream()
                .filter(Item.Usable.class::isInstance)
                .map(item -> ((Item.Usable) item).event())
                .toList();
        List<Verdict> logged = events.isEmpty() ? List.of() : await(submit(events, logging));
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

    private static CompletableFuture<List<Verdict>> submit(List<IncomingEvent> events, Logging logging) {
        CompletableFuture<List<Verdict>> verdicts = logging.writer().submit(events);
        logging.share().keepFor(verdicts);
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
