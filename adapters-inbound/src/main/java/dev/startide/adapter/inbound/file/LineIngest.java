package dev.startide.adapter.inbound.file;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.port.inbound.FiniteSource.Progress;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Logs the lines of a file or stream, batch by batch, as events of a source.
///
/// A file that was logged before, wholly or in part, goes on after its last logged line; one that
/// was written anew is logged from its beginning. For one thread.
final class LineIngest {

    /// Bounds the transaction of one batch.
    private static final int BATCH_EVENTS = 2_000;

    /// Bounds the memory of one batch.
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final IngestEvents ingest;
    private final LineEvents events;
    private final Consumer<Progress> watcher;

    /// @param watcher told after each batch
    LineIngest(IngestEvents ingest, LineEvents events, Consumer<Progress> watcher) {
        this.ingest = ingest;
        this.events = events;
        this.watcher = watcher;
    }

    /// Where lines come from, opened anew for each reading.
    interface Lines {

        InputStream open() throws IOException;

        /// How many bytes there are; 0 if that is not known.
        long size() throws IOException;
    }

    /// Logs a file.
    ///
    /// @param file the name of its lane, the same whenever the file is logged
    Progress file(SourceName source, LaneName file, Lines lines) throws IOException {
        OpenLane lane = ingest.open(source, file);
        FilePosition logged = FilePosition.of(lane.position());
        try (InputStream in = lines.open()) {
            Reading reading = new Reading(in, lane, lines.size());
            if (reading.pass(logged)) {
                return reading.log();
            }
        }
        try (InputStream in = lines.open()) {
            return new Reading(in, lane, lines.size()).log();
        }
    }

    /// Logs a stream that cannot be read again.
    Progress stream(SourceName source, LaneName name, InputStream in) throws IOException {
        return new Reading(in, ingest.open(source, name), 0).log();
    }

    private final class Reading {

        private final LineReader reader;
        private final LineDigest digest = new LineDigest();
        private final List<IncomingEvent> batch = new ArrayList<>();
        private OpenLane lane;
        private Progress totals;
        private long batchBytes;
        private long refused;

        Reading(InputStream in, OpenLane lane, long size) {
            this.reader = new LineReader(in, PayloadLimits.MAX_BYTES);
            this.lane = lane;
            this.totals = Progress.none(size);
        }

        /// Passes over what was logged before; false if the file begins otherwise now.
        boolean pass(FilePosition logged) throws IOException {
            long lines = 0;
            boolean isEnded = false;
            while (!isEnded && reader.consumed() < logged.bytes()) {
                LineReader.Line line = reader.next();
                isEnded = line instanceof LineReader.Line.End;
                if (!isEnded) {
                    digest.add(line);
                    lines++;
                }
            }
            totals = new Progress(reader.consumed(), totals.size(), lines, 0, 0, 0, 0);
            return logged.bytes() == 0 || isAt(logged);
        }

        /// The line feed after the last line may have come, or gone, since.
        private boolean isAt(FilePosition logged) {
            return Math.abs(reader.consumed() - logged.bytes()) <= 1
                    && logged.digest().equals(digest.soFar());
        }

        Progress log() throws IOException {
            LineReader.Line line = reader.next();
            while (!(line instanceof LineReader.Line.End)) {
                take(line);
                if (batch.size() == BATCH_EVENTS || batchBytes >= BATCH_BYTES) {
                    flush();
                }
                line = reader.next();
            }
            flush();
            return totals;
        }

        private void take(LineReader.Line line) {
            digest.add(line);
            switch (line) {
                case LineReader.Line.Text(var bytes) when !isBlank(bytes) -> take(bytes);
                case LineReader.Line.TooLong _ -> refused++;
                case LineReader.Line.Text _, LineReader.Line.End _ -> {}
            }
        }

        private void take(byte[] bytes) {
            Optional<IncomingEvent> event = events.of(bytes);
            if (event.isEmpty()) {
                refused++;
            } else {
                batch.add(event.get());
                batchBytes += bytes.length;
            }
        }

        private void flush() {
            IngestReceipt receipt = ingest.ingest(
                    new IngestBatch(lane, batch, new FilePosition(reader.consumed(), digest.soFar()).toSource()));
            lane = receipt.lane();
            totals = after(receipt);
            batch.clear();
            batchBytes = 0;
            watcher.accept(totals);
        }

        private Progress after(IngestReceipt receipt) {
            long others = receipt.outcomes().size() - receipt.accepted() - receipt.duplicates();
            return new Progress(
                    reader.consumed(),
                    totals.size(),
                    totals.passed(),
                    totals.accepted() + receipt.accepted(),
                    totals.duplicates() + receipt.duplicates(),
                    totals.conflicting() + others,
                    refused);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
