package dev.startide.adapter.inbound.http;

import static dev.startide.adapter.inbound.http.HttpBench.NOW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.startide.domain.event.PayloadLimits;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whatever a request says is taken or refused with a mistake that has a status; nothing else is
/// thrown, and nothing is signed without the secret.
///
/// A seed has a line for each header, an empty line, and then the body.
class RequestFuzzTest {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_INFLATION = 20;
    private static final int FREE_BYTES = 64 * 1024;

    private final HttpIngestConfig config = new HttpIngestConfig(
            null,
            MOST_EVENTS,
            MOST_BYTES,
            MOST_BYTES,
            MOST_BYTES,
            MOST_INFLATION,
            0,
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2));

    private final EventParser parser = new EventParser(config, Clock.fixed(NOW, ZoneOffset.UTC));
    private final WebhookSecrets secrets = WebhookSecrets.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private final Alarm alarm = new Alarm();
    private final BodyReader bodies = new BodyReader(config, alarm);

    @FuzzTest
    void request(byte[] seed) {
        Request request = Request.of(seed);
        try {
            String mediaType = parser.requireMediaType(request.headers());
            switch (parser.parse(mediaType, request.headers(), request.body(), Optional.empty())) {
                case EventParser.Parsed.One(Item item) -> requireSettled(List.of(item));
                case EventParser.Parsed.Several(List<Item> items) -> requireSettled(items);
            }
        } catch (RefusedException refused) {
            assertThat(refused).hasMessageNotContaining("\0");
        }
    }

    private static void requireSettled(List<Item> items) {
        assertThat(items).hasSizeLessThanOrEqualTo(MOST_EVENTS).allSatisfy(item -> {
            switch (item) {
                case Item.Usable(var event) -> assertThat(event.bytes()).isBetween(1, PayloadLimits.MAX_BYTES);
                case Item.Refused(var _, String reason) ->
                    assertThat(reason).isNotBlank().hasSizeLessThan(500);
            }
        });
    }

    @FuzzTest
    void signature(byte[] seed) {
        Request request = Request.of(seed);
        try {
            WebhookCall call = WebhookCall.of(request.headers(), NOW, Duration.ofMinutes(5));
            assertThat(secrets.signed(call, request.body())).isFalse();
        } catch (RefusedException refused) {
            assertThat(refused).hasMessageNotContaining("\0");
        }
    }

    @FuzzTest
    void packedBody(byte[] packed) {
        ByteBudget.Share share = new ByteBudget(MOST_BYTES).newShare();
        BodyReader.Body body =
                new BodyReader.Body(new ByteArrayInputStream(packed), OptionalLong.empty(), Encoding.GZIP);
        try {
            byte[] read = bodies.read(body, share, Deadline.after(Duration.ofMinutes(1)));
            assertThat(read)
                    .hasSizeLessThanOrEqualTo(
                            Math.min(MOST_BYTES, FREE_BYTES + MOST_INFLATION * (packed.length + FREE_BYTES)));
        } catch (RefusedException refused) {
            assertThat(refused).hasMessageNotContaining("\0");
        }
    }

    @FuzzTest
    void percentEncoding(byte[] value) {
        String text = new String(value, ISO_8859_1);

        assertThat(PercentEncoding.decode(text)).hasSizeLessThanOrEqualTo(2 * text.length());
    }

    private record Request(HttpHeaders headers, byte[] body) {

        /// What the server lets pass.
        private static final Pattern HEADER = Pattern.compile("([\\w!#$%&'*+.^`|~-]+):([^\\x00-\\x1f\\x7f]*)");

        static Request of(byte[] seed) {
            String text = new String(seed, ISO_8859_1);
            int end = text.startsWith("\n") ? -1 : text.indexOf("\n\n");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            text.substring(0, Math.max(0, end)).lines().forEach(line -> {
                Matcher header = HEADER.matcher(line);
                if (header.matches()) {
                    headers.put(header.group(1), header.group(2).strip());
                }
            });
            byte[] body = text.substring(Math.min(text.length(), end + 2)).getBytes(ISO_8859_1);
            return new Request(new SimpleHttpHeaders(headers, ConversionService.SHARED), body);
        }
    }
}
