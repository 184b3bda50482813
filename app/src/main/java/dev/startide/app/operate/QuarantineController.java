package dev.startide.app.operate;

import dev.startide.app.report.ActionReport;
import dev.startide.app.report.ExportedEvent;
import dev.startide.app.report.QuarantineReport;
import dev.startide.app.report.QuarantinedReport;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.SettleQuarantine;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionOrder.Verb;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.warehouse.mapping.SourceName;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;

/// The quarantine over HTTP, for operators: as the commands show and do it. What is asked for is
/// kept and left to the process that loads.
@Controller(value = "/quarantine", port = "${startide.management.port:8091}")
@Requires(property = "startide.operators.file")
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuarantineController {

    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_EXPORTED = 100;
    private static final int USUAL = 50;
    private static final int MOST_SHOWN = 64 * 1024;
    private static final String NDJSON = "application/x-ndjson";

    private final Operators operators;
    private final ShowQuarantine show;
    private final SettleQuarantine settle;

    QuarantineController(Operators operators, ShowQuarantine show, SettleQuarantine settle) {
        this.operators = operators;
        this.show = show;
        this.settle = settle;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String list(HttpRequest<?> request) {
        operators.identify(request.getHeaders());
        HttpParameters parameters = request.getParameters();
        RequestFilter filter = new RequestFilter(parameters);
        int limit = filter.limit(USUAL, MOST_ENTRIES);
        LanePosition after =
                parameters.getFirst("after").map(QuarantineController::place).orElse(ShowQuarantine.START);
        return new QuarantineReport(show.sums(filter.read()), show.page(filter.read(), after, limit), limit).asJson();
    }

    @Get(value = "/events/{event}", produces = MediaType.APPLICATION_JSON)
    String show(HttpRequest<?> request, String event) {
        operators.identify(request.getHeaders());
        return show.show(place(event))
                .map(shown -> new QuarantinedReport(shown, MOST_SHOWN).asJson())
                .orElseThrow(() -> Refused.missing("Nothing is logged at " + event));
    }

    @Get(value = "/export", produces = NDJSON)
    String export(HttpRequest<?> request) {
        operators.identify(request.getHeaders());
        RequestFilter filter = new RequestFilter(request.getParameters());
        StringBuilder lines = new StringBuilder();
        show.export(
                filter.read(),
                filter.limit(MOST_EXPORTED, MOST_EXPORTED),
                found -> lines.append(new ExportedEvent(found.event()).line()).append('\n'));
        return lines.toString();
    }

    @Post(value = "/retry", produces = MediaType.APPLICATION_JSON)
    HttpResponse<String> retry(HttpRequest<?> request) {
        return ask(request, new Verb.Retry(), () -> new RequestFilter(request.getParameters()).readOrAll());
    }

    @Post(value = "/discard", produces = MediaType.APPLICATION_JSON)
    HttpResponse<String> discard(HttpRequest<?> request) {
        return ask(request, new Verb.Discard(), () -> new RequestFilter(request.getParameters()).readOrAll());
    }

    @Put(value = "/events/{event}", produces = MediaType.APPLICATION_JSON)
    @Consumes(MediaType.ALL)
    HttpResponse<String> edit(HttpRequest<?> request, String event, @Body byte[] body) {
        if (body.length > PayloadLimits.MAX_BYTES) {
            throw Refused.wrong("An event has at most %d bytes".formatted(PayloadLimits.MAX_BYTES));
        }
        String type = request.getContentType().map(MediaType::toString).orElse(MediaType.APPLICATION_JSON);
        var edit = new Verb.Edit(new Amendment.Corrected(type, body));
        return ask(request, edit, () -> QuarantineFilter.only(place(event)));
    }

    @Get(value = "/actions", produces = MediaType.APPLICATION_JSON)
    String actions(HttpRequest<?> request) {
        operators.identify(request.getHeaders());
        int limit = new RequestFilter(request.getParameters()).limit(USUAL, MOST_ENTRIES);
        return new ActionReport(show.actions(limit)).asJson();
    }

    @Get(value = "/actions/{number}", produces = MediaType.APPLICATION_JSON)
    String action(HttpRequest<?> request, long number) {
        operators.identify(request.getHeaders());
        return show.action(number)
                .map(ActionReport::asJson)
                .orElseThrow(() -> Refused.missing("There is no action " + number));
    }

    @Post("/sources/{source}/resume")
    HttpResponse<?> resume(HttpRequest<?> request, String source) {
        String operator = operators.identify(request.getHeaders());
        if (!settle.resume(name(source), operator, why(request))) {
            throw Refused.missing("Source %s is not paused".formatted(source));
        }
        return HttpResponse.noContent();
    }

    private HttpResponse<String> ask(HttpRequest<?> request, Verb verb, Supplier<QuarantineFilter> about) {
        String operator = operators.identify(request.getHeaders());
        try {
            QuarantineFilter filter = about.get();
            ActionOrder order = new ActionOrder(verb, operator, why(request), filter.toString());
            return HttpResponse.accepted()
                    .body(ActionReport.asJson(settle.ask(order, filter, Long.MAX_VALUE, _ -> {})));
        } catch (IllegalArgumentException wrong) {
            throw Refused.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    @Error
    HttpResponse<String> refused(Refused refusal) {
        return Problems.of(refusal.status(), String.valueOf(refusal.getMessage()));
    }

    @Error
    HttpResponse<String> failed(StartideException failure) {
        return Problems.of(failure);
    }

    private static String why(HttpRequest<?> request) {
        return request.getParameters().getFirst("why").orElse("");
    }

    private static LanePosition place(String text) {
        try {
            return RequestFilter.place(text);
        } catch (IllegalArgumentException wrong) {
            throw Refused.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static SourceName name(String text) {
        try {
            return new SourceName(text);
        } catch (IllegalArgumentException wrong) {
            throw Refused.wrong(String.valueOf(wrong.getMessage()));
        }
    }
}
