package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.http.Verdict.Status;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What senders are told.
final class Answers {

    private Answers() {}

    /// The answer to a request with one event.
    @Serdeable
    record Counts(int accepted, int duplicates, int conflicts, int rejected) {}

    /// What became of one event of a list.
    ///
    /// @param index of the event in the request, from 0; blank lines do not count
    /// @param status `accepted`, `duplicate`, `conflict` or `rejected`
    /// @param reason why, if that needs saying
    @Serdeable
    record EventAnswer(int index, String status, @Nullable String reason) {}

    /// A refusal, as RFC 9457 has it.
    ///
    /// @param type stays the same for the same mistake
    /// @param events what is wrong with each event, where a list was refused
    @Serdeable
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable List<EventAnswer> events) {}

    static HttpResponse<?> one(Verdict verdict) {
        if (verdict.status() == Status.REJECTED) {
            return problem(Mistake.INVALID_EVENT, "The event " + verdict.reason(), null);
        }
        Status status = verdict.status();
        return HttpResponse.accepted()
                .body(new Counts(
                        status == Status.ACCEPTED ? 1 : 0,
                        status == Status.DUPLICATE ? 1 : 0,
                        status == Status.CONFLICT ? 1 : 0,
                        0));
    }

    static HttpResponse<?> several(List<Verdict> verdicts) {
        List<EventAnswer> answers = IntStream.range(0, verdicts.size())
                .mapToObj(index -> answer(index, verdicts.get(index)))
                .toList();
        boolean isAllRejected = verdicts.stream().allMatch(verdict -> verdict.status() == Status.REJECTED);
        return isAllRejected && !verdicts.isEmpty()
                ? problem(
                        Mistake.INVALID_EVENT, "None of the %d events can be used".formatted(verdicts.size()), answers)
                : HttpResponse.accepted().body(answers);
    }

    private static EventAnswer answer(int index, Verdict verdict) {
        return new EventAnswer(index, verdict.status().name().toLowerCase(Locale.ROOT), verdict.reason());
    }

    static MutableHttpResponse<?> refused(Mistake mistake, String detail) {
        return problem(mistake, detail, null);
    }

    /// A refusal as it was thrown.
    ///
    /// @param patience how long senders are asked to wait where the refusal does not say it itself
    static HttpResponse<?> refused(RefusedException refusal, Duration patience) {
        MutableHttpResponse<?> answer = refused(refusal.mistake(), refusal.detail());
        return switch (refusal.mistake()) {
            case UNAUTHENTICATED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"startide\"");
            case ENCODING -> answer.header(HttpHeaders.ACCEPT_ENCODING, "gzip");
            case TOO_SLOW -> answer.header(HttpHeaders.CONNECTION, "close");
            case TOO_FAST, BUSY, UNAVAILABLE -> waiting(answer, longer(refusal.retryAfter(), patience));
            case MALFORMED, FORBIDDEN, UNKNOWN_SOURCE, TOO_LARGE, MEDIA_TYPE, INVALID_EVENT, BROKEN -> answer;
        };
    }

    static HttpResponse<?> refusedForNow(Mistake mistake, String detail, Duration retryAfter) {
        return waiting(refused(mistake, detail), retryAfter);
    }

    private static HttpResponse<?> waiting(MutableHttpResponse<?> answer, Duration retryAfter) {
        return answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static MutableHttpResponse<?> problem(Mistake mistake, String detail, @Nullable List<EventAnswer> events) {
        Problem problem =
                new Problem(mistake.type(), mistake.title(), mistake.status().getCode(), detail, events);
        return HttpResponse.status(mistake.status())
                .contentType(MediaType.of("application/problem+json"))
                .body(problem);
    }
}
