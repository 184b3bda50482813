package com.example.startide.folder;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.port.inbound.EventSource.Running;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds one folder into its lane, on a thread of its own: opens the lane, reads after the position
/// that it finds there, logs batch after batch; and begins anew after any failure.
final class FolderFeed implements Running {

    private static final Logger LOGGER = LoggerFactory.getLogger(FolderFeed.class);

    /// How long a batch that is on its way is waited for; the timeouts of the database are shorter.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);

    private final Source source;
    private final FolderOptions options;
    private final BatchReader reader;
    private final IngestEvents ingest;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private volatile Health health;

    private FolderFeed(Source source, FolderOptions options, BatchReader reader, IngestEvents ingest) {
        this.source = source;
        this.options = options;
        this.reader = reader;
        this.ingest = ingest;
        this.health = new Health.Waiting("Looking into %s".formatted(options.path()));
        this.thread = Thread.ofVirtual().name("folder-" + source.name()).unstarted(this::run);
    }

    static FolderFeed start(Source source, FolderOptions options, BatchReader reader, IngestEvents ingest) {
        FolderFeed feed = new FolderFeed(source, options, reader, ingest);
        feed.thread.start();
        return feed;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(CLOSE_LIMIT)) {
                LOGGER.atWarn().addKeyValue("source", source.name()).log("A batch is still on its way");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isWanted()) {
            try {
                follow(ingest.open(source.name(), options.lane()));
            } catch (StartideException failure) {
                String reason = String.valueOf(failure.getMessage());
                note(failure.handling() == Handling.HALT ? new Health.Stopped(reason) : new Health.Waiting(reason));
            } catch (IOException failure) {
                note(new Health.Waiting(sentence(failure)));
            } catch (RuntimeException failure) {
                LOGGER.atError()
                        .addKeyValue("source", source.name())
                        .setCause(failure)
                        .log("Unforeseen failure");
                note(new Health.Stopped("Reading %s failed for a reason that the log names".formatted(options.path())));
            }
            pause();
        }
    }

    private void follow(OpenLane opened) throws IOException {
        OpenLane lane = opened;
        while (isWanted()) {
            Optional<BatchReader.Batch> batch = reader.next(FilePosition.of(lane.position()));
            if (batch.isPresent()) {
                lane = log(lane, batch.get());
            }
            note(new Health.Reading());
            if (batch.isEmpty()) {
                pause();
            }
        }
    }

    /// When this returns, the batch and its position are durable, and the next one may follow.
    private OpenLane log(OpenLane lane, BatchReader.Batch batch) {
        return ingest.ingest(
                        new IngestBatch(lane, batch.events(), batch.reaches().stored()))
                .lane();
    }

    private void note(Health now) {
        if (!now.equals(health) && !(now instanceof Health.Reading)) {
            LOGGER.atWarn().addKeyValue("source", source.name()).log("The folder is not read: {}", now);
        }
        health = now;
    }

    private String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "%s does not exist; create it".formatted(failure.getMessage());
            case NotDirectoryException _ -> "%s is no folder".formatted(failure.getMessage());
            case AccessDeniedException _ ->
                "%s may not be read or changed; check its rights".formatted(failure.getMessage());
            case FileAlreadyExistsException _ -> "%s exists already; move it away".formatted(failure.getMessage());
            default ->
                "%s cannot be read (%s)"
                        .formatted(options.path(), failure.getClass().getSimpleName());
        };
    }

    private boolean isWanted() {
        return stop.getCount() > 0 && !(health instanceof Health.Stopped);
    }

    /// Waits for the next look, but not beyond the end. An interrupt is taken for the end.
    private void pause() {
        try {
            boolean _ = stop.await(options.poll().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }
}
