package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.port.inbound.SourceSamples;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Reader;
import org.apache.pulsar.client.api.ReaderBuilder;
import org.apache.pulsar.client.api.Schema;

/// Reads messages of topics that no model names yet. Nothing is acknowledged, and no subscription is
/// left behind.
@Singleton
final class PulsarSamples implements SourceSamples {

    private static final String PERSISTENT = "persistent://";

    private final PulsarConnection connection;
    private final PulsarConfig config;
    private final Clock clock;

    PulsarSamples(PulsarConnection connection, PulsarConfig config, Clock clock) {
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean isOne(String location) {
        return location.startsWith(PERSISTENT);
    }

    @Override
    public List<IncomingEvent> read(String location, int most) {
        try {
            PulsarLookup lookup = new PulsarLookup(
                    connection.client(), config.operationTimeout().multipliedBy(2));
            List<String> partitions = lookup.partitionsOf(location);
            List<IncomingEvent> events = new ArrayList<>();
            for (int index = 0; index < partitions.size(); index++) {
                int share = (most - events.size()) / (partitions.size() - index);
                read(partitions.get(index), lookup, share, events);
            }
            return events;
        } catch (PulsarClientException unreachable) {
            throw Feeding.unavailable(location, config, unreachable);
        }
    }

    private void read(String partition, PulsarLookup lookup, int most, List<IncomingEvent> into)
            throws PulsarClientException {
        WriterSchemas schemas = new WriterSchemas(version -> lookup.schema(partition, version));
        MessageEvents events = new MessageEvents(new MessagePayloads(PayloadFormat.JSON, schemas), clock);
        try (Reader<byte[]> reader = reader(partition).create()) {
            for (int count = 0; count < most && reader.hasMessageAvailable(); count++) {
                Message<byte[]> message = reader.readNext(
                        Math.toIntExact(config.operationTimeout().toMillis()), TimeUnit.MILLISECONDS);
                if (message == null) {
                    return;
                }
                into.add(events.of(message));
            }
        } catch (PulsarClientException failure) {
            throw failure;
        } catch (IOException unclosed) {
            throw new PulsarClientException(unclosed);
        }
    }

    private ReaderBuilder<byte[]> reader(String partition) {
        ReaderBuilder<byte[]> reader =
                connection.client().newReader(Schema.BYTES).topic(partition).startMessageId(MessageId.earliest);
        String keys = config.decryptionKeys();
        return keys == null ? reader : reader.cryptoKeyReader(new KeyFolder(keys));
    }
}
