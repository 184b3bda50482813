package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.Answers.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// What the server itself refuses, before any of our code sees it, is told in the same form as our
/// own refusals: a method that a path does not have, a path that is none of ours, a body beyond its
/// limit.
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    private static final String NO_OTHER_TYPE = "about:blank";

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem =
                new Problem(NO_OTHER_TYPE, response.reason(), response.code(), detail(context, response), null);
        return response.contentType(MediaType.of("application/problem+json")).body(problem);
    }

    /// Of our own mistakes a sender learns nothing; the log does.
    private static String detail(ErrorContext context, MutableHttpResponse<?> response) {
        return response.code() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? "Something unexpected happened. Try again later"
                : context.getErrors().stream()
                        .findFirst()
                        .map(Error::getMessage)
                        .orElse(response.reason());
    }
}
