package dev.startide.app.operate;

import dev.startide.app.report.Json;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/// Refusals as RFC 9457 has them.
final class Problems {

    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    private Problems() {}

    static MutableHttpResponse<String> of(HttpStatus status, String detail) {
        String body = Json.object(status, (json, shown) -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", shown.getReason());
            json.writeNumberField("status", shown.getCode());
            json.writeStringField("detail", detail);
        });
        MutableHttpResponse<String> answer =
                HttpResponse.<String>status(status).contentType(PROBLEM).body(body);
        return status == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"startide operators\"")
                : answer;
    }

    static MutableHttpResponse<String> of(StartideException failure) {
        return of(statusOf(failure.code()), String.valueOf(failure.getMessage()));
    }

    private static HttpStatus statusOf(FailureCode code) {
        return switch (code) {
            case DATABASE_UNAVAILABLE, DATABASE_EXHAUSTED, DATABASE_TIMEOUT, DATABASE_CONFLICT, SOURCE_UNAVAILABLE ->
                HttpStatus.SERVICE_UNAVAILABLE;
            case FENCED, MODEL_CONFLICT -> HttpStatus.CONFLICT;
            case SETTING_INVALID -> HttpStatus.BAD_REQUEST;
            case DATA_REFUSED,
                    ROWS_EXCEEDED,
                    SOURCE_GAP,
                    DATABASE_UNFIT,
                    DATABASE_DAMAGED,
                    HISTORY_BROKEN,
                    INVARIANT_BROKEN -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
