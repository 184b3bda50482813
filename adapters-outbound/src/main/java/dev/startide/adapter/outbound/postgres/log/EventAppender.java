package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.copy.CopyBuffer;
import dev.startide.adapter.outbound.postgres.copy.CopyStream;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.Dedupe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Appends one batch within a transaction: lock the lane, recognise ids, copy the rows, move the
/// lane and its source.
final class EventAppender {

    private static final String COPY = """
            copy raw.event
              (lane, position, event_id, arrived_at, content_type, schema_id, headers, payload, admission, volume)
            from stdin with (format binary)
            """;

    private static final int COLUMNS = 10;

    private final LaneRows lanes;
    private final PayloadSchemas schemas;

    EventAppender(LaneRows lanes, PayloadSchemas schemas) {
        this.lanes = lanes;
        this.schemas = schemas;
    }

    IngestReceipt append(Connection connection, Source source, IngestBatch batch) throws SQLException {
        OpenLane lane = batch.lane();
        LaneRows.Next next = lanes.lock(connection, lane);
        FailPoint.LANE_LOCKED.reached();
        List<Outcome> outcomes = decide(connection, source, batch, next.position());
        FailPoint.IDS_RECOGNISED.reached();
        int written = copy(connection, batch, outcomes, next.volume());
        FailPoint.EVENTS_COPIED.reached();
        lanes.advance(connection, lane, next, written, batch.reaches());
        FailPoint.LANE_MOVED.reached();
        return new IngestReceipt(lane.advancedTo(batch.reaches()), outcomes);
    }

    private static List<Outcome> decide(Connection connection, Source source, IngestBatch batch, long first)
            throws SQLException {
        return switch (source.dedupe()) {
            case Dedupe.ById(var window) ->
                new EventIds(connection, batch.lane(), window).decide(batch.events(), first);
            case Dedupe.ByPosition(), Dedupe.None() -> allAccepted(batch, first);
        };
    }

    private static List<Outcome> allAccepted(IngestBatch batch, long first) {
        List<Outcome> outcomes = new ArrayList<>(batch.events().size());
        for (int index = 0; index < batch.events().size(); index++) {
            outcomes.add(new Outcome.Accepted(new LanePosition(batch.lane().id(), first + index)));
        }
        return outcomes;
    }

    /// @return how many rows were written
    private int copy(Connection connection, IngestBatch batch, List<Outcome> outcomes, int volume) throws SQLException {
        List<Optional<Integer>> schemaIds = schemaIds(connection, batch.events());
        int rows = 0;
        try (CopyStream copy = CopyStream.open(connection, COPY)) {
            for (int index = 0; index < outcomes.size(); index++) {
                IncomingEvent event = batch.events().get(index);
                switch (outcomes.get(index)) {
                    case Outcome.Accepted(var at) ->
                        write(copy, at, event, schemaIds.get(index), Admission.ACCEPTED)
                                .intField(volume);
                    case Outcome.Conflicting(var at) ->
                        write(copy, at, event, schemaIds.get(index), Admission.ID_CONFLICT)
                                .intField(volume);
                    case Outcome.Duplicate() -> {
                        continue;
                    }
                }
                rows++;
            }
            requireSame(rows, copy.finish());
        }
        return rows;
    }

    /// Looked up before the COPY, during which the connection can do nothing else.
    private List<Optional<Integer>> schemaIds(Connection connection, List<IncomingEvent> events) throws SQLException {
        List<Optional<Integer>> ids = new ArrayList<>(events.size());
        for (IncomingEvent event : events) {
            Optional<PayloadSchema> schema = event.payload().writtenWith();
            ids.add(schema.isEmpty() ? Optional.empty() : Optional.of(schemas.idOf(connection, schema.get())));
        }
        return ids;
    }

    /// Writes all columns but the last one.
    private static CopyBuffer write(
            CopyStream copy, LanePosition at, IncomingEvent event, Optional<Integer> schemaId, Admission admission)
            throws SQLException {
        CopyBuffer row = copy.startRow(COLUMNS);
        row.intField(at.lane().value());
        row.longField(at.position());
        switch (event.identity()) {
            case IncomingEvent.Identity.Given(var id) -> CopyStream.textField(row, StorableText.escape(id));
            case IncomingEvent.Identity.InContent() -> row.nullField();
        }
        CopyStream.instantField(row, event.arrivedAt());
        CopyStream.textField(row, StorableText.escape(event.payload().contentType()));
        schemaId.ifPresentOrElse(row::intField, row::nullField);
        if (event.headers().isEmpty()) {
            row.nullField();
        } else {
            CopyStream.textField(row, HeadersText.write(event.headers()));
        }
        row.bytesField(event.payload().bytes());
        row.shortField(AdmissionCode.of(admission));
        return row;
    }

    private static void requireSame(int sent, long taken) {
        if (sent != taken) {
            throw StartideException.because(
                    FailureCode.INVARIANT_BROKEN, "Sent %d events, the server took %d".formatted(sent, taken));
        }
    }
}
