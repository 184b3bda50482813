package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever becomes of the bytes, reading them gives an answer, the same each time and by each way.
class PayloadReadingProperties {

    private static final int MUTANTS = 3_000;
    private static final int MAX_CHANGES = 6;

    private final EventReader direct = Orders.reader(placed());
    private final EventReader byTree = Orders.reader(Orders.type(
            "order_placed",
            new Condition.Cel("!('kind' in event)"),
            "placed_at",
            placed().fields().fields().toArray(Field[]::new)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedJsonIsReadOrRefused(long seed) {
        mutantsAreReadOrRefused(seed, Orders.JSON.getBytes(StandardCharsets.UTF_8), Orders::json);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedAvroIsReadOrRefused(long seed) {
        mutantsAreReadOrRefused(seed, AvroOrders.order(), bytes -> Orders.avro(bytes, AvroOrders.SCHEMA));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bytesReadWithASchemaOfOthersAreReadOrRefused(long seed) {
        mutantsAreReadOrRefused(seed, AvroOrders.order(), bytes -> Orders.avro(bytes, AvroOrders.OLD_SCHEMA));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedEnvelopesAreReadOrRefusedOrIgnored(long seed) {
        byte[] valid = Rows.described(
                        "seen", "\"type\":\"int64\",\"name\":\"io.debezium.time.MicroTimestamp\"", "1773576000250000")
                .getBytes(StandardCharsets.UTF_8);
        EventReader envelopes = Rows.reader(Orders.optional("seen", "timestamptz"));
        Random random = new Random(seed);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            // Given
            LoggedEvent logged = Orders.json(mutated(valid, random));

            // When
            Reading reading = envelopes.read(logged);

            // Then
            assertThat(outcome(reading))
                    .as("seed %d, mutant %d", seed, mutant)
                    .isEqualTo(outcome(envelopes.read(logged)));
        }
    }

    private void mutantsAreReadOrRefused(long seed, byte[] valid, Function<byte[], LoggedEvent> event) {
        Random random = new Random(seed);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            // Given
            LoggedEvent logged = event.apply(mutated(valid, random));

            // When
            Reading reading = direct.read(logged);

            // Then
            assertThat(outcome(reading)).as("seed %d, mutant %d", seed, mutant).isEqualTo(outcome(direct.read(logged)));
            assertThat(byTree.read(logged).getClass())
                    .as("seed %d, mutant %d", seed, mutant)
                    .isEqualTo(reading.getClass());
        }
    }

    /// What a reading says; the values of fields have no equality of their own.
    private static Object outcome(Reading reading) {
        return reading instanceof Reading.Typed(var _, var event) ? event.order() : reading;
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        int changes = 1 + random.nextInt(MAX_CHANGES);
        for (int change = 0; change < changes && bytes.length > 0; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = doubled(bytes, at, random);
                default -> bytes[at] = bytes[random.nextInt(bytes.length)];
            }
        }
        return bytes;
    }

    /// Repeats a piece of the bytes.
    private static byte[] doubled(byte[] bytes, int at, Random random) {
        int length = random.nextInt(bytes.length - at);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}
