package dev.startide.domain.planted;

import java.util.List;

/// Mistakes with acknowledgements, transactions, take-overs and failures: in the domain, and in the
/// fakes, which keep the same contracts as the adapters do.
final class PlantedFaults {

    private PlantedFaults() {}

    static List<PlantedError> all() {
        return List.of(
                new PlantedError(
                        "a broker is told that events are safe before they are",
                        "testkit/simulation/TopicFeed",
                        "OpenLane advanced = ingest.ingest(batch).lane();",
                        "topic.acknowledge(reaches); OpenLane advanced = ingest.ingest(batch).lane();"),
                new PlantedError(
                        "a source goes on from where the broker says that it was",
                        "testkit/simulation/TopicFeed",
                        "long position = positionOf(lane);",
                        "long position = Math.min(positionOf(lane), topic.acknowledged());"),
                new PlantedError(
                        "what a broker delivers once more is logged once more",
                        "testkit/simulation/TopicFeed",
                        "message.number() > position",
                        "message.number() > 0"),
                new PlantedError(
                                "a source whose answer was lost says the same again, and its position is not compared",
                                "testkit/simulation/TopicFeed",
                                "OpenLane lane = held.orElseGet(() -> ingest.open(topic.source(), topic.lane()));"
                                        + " held = Optional.empty();",
                                "OpenLane open = ingest.open(topic.source(), topic.lane());"
                                        + " OpenLane lane = held.map(own -> open.advancedTo(own.position())).orElse(open);"
                                        + " held = Optional.of(lane);")
                        .and(
                                "testkit/memory/InMemoryLane",
                                "return holder.epoch() == epoch && holder.position().equals(position);",
                                "return holder.epoch() == epoch;"),
                new PlantedError(
                        "numbers are given out without the lane's lock, as by an identity column",
                        "testkit/memory/InMemoryLane",
                        "if (isLocked) {",
                        "if (isLocked && given < 0) {"),
                new PlantedError(
                        "the source position is stored in a transaction of its own",
                        "testkit/memory/InMemoryRawLog",
                        "lane.advanceTo(batch.reaches());",
                        "meanwhile.run(); lane.advanceTo(batch.reaches());"),
                new PlantedError(
                        "ids are recognised before the lane is locked",
                        "testkit/memory/InMemoryRawLog",
                        "meanwhile.run(); for (IncomingEvent event : batch.events()) {"
                                + " Outcome outcome = append(source, lane, next, event);",
                        "java.util.Set<IncomingEvent.Identity> seen = lanes.values().stream()"
                                + ".flatMap(other -> other.events().stream()).map(logged -> logged.event().identity())"
                                + ".collect(java.util.stream.Collectors.toSet()); meanwhile.run();"
                                + " for (IncomingEvent event : batch.events()) {"
                                + " Outcome outcome = source.dedupe() instanceof Source.Dedupe.ById"
                                + " && seen.contains(event.identity()) ? new Outcome.Duplicate()"
                                + " : new Outcome.Accepted(lane.append(next, event, Admission.ACCEPTED));"),
                new PlantedError(
                        "an id that comes with other content is taken for a repetition",
                        "testkit/memory/RememberedIds",
                        "return Arrays.equals(memory.content(), event.payload().bytes()) ? Verdict.SEEN",
                        "return memory.content().length >= 0 ? Verdict.SEEN"),
                new PlantedError(
                        "a conflict that is sent again is logged again",
                        "testkit/memory/RememberedIds",
                        "return Verdict.SEEN; }",
                        "return Verdict.CONFLICTING; }"),
                new PlantedError(
                        "whoever held a lane before may still write to it",
                        "testkit/memory/InMemoryLane",
                        "return holder.epoch() == epoch && holder.position().equals(position);",
                        "return true;"),
                new PlantedError(
                        "an error is swallowed, so that the commit rolls back and returns normally",
                        "testkit/memory/InMemoryWarehouse",
                        "new Transaction(database, refuses).write(writes, epoch);",
                        "try { new Transaction(database, refuses).write(writes, epoch); }"
                                + " catch (StartideException swallowed) { writes.rows(); }"),
                new PlantedError(
                        "the cursor moves in a transaction of its own",
                        "testkit/memory/Transaction",
                        "writes.cursors().forEach(this::requireCursor);",
                        "writes.cursors().forEach(this::requireCursor); writes.cursors().forEach(move ->"
                                + " database.accounts().put(move.lane(), database.account(move.lane()).after(move)));"),
                new PlantedError(
                                "a load whose answer was lost is made again, and the cursor is not compared",
                                "service/LoadService",
                                "pace.measured(events, () -> held.loader().load(readings))",
                                "pace.measured(events, () -> { try { return held.loader().load(readings); }"
                                        + " catch (StartideException lost) { return held.loader().load(readings); } })")
                        .and("testkit/memory/Transaction", "if (cursor != move.after()) {", "if (cursor < 0) {"),
                new PlantedError(
                        "a full disk is taken for a bad event",
                        "failure/FailureCode",
                        "DATABASE_EXHAUSTED(PAUSE)",
                        "DATABASE_EXHAUSTED(QUARANTINE)"),
                new PlantedError(
                        "a lost connection is taken for a bad event",
                        "failure/FailureCode",
                        "DATABASE_UNAVAILABLE(PAUSE)",
                        "DATABASE_UNAVAILABLE(QUARANTINE)"),
                new PlantedError(
                        "the pointer of the load is one number for all lanes",
                        "service/ReadAhead",
                        "Map<LaneId, Long> after = new HashMap<>(handedOut);",
                        "long highest = handedOut.values().stream().mapToLong(Long::longValue).max().orElse(0);"
                                + " handedOut.replaceAll((_, _) -> highest);"
                                + " Map<LaneId, Long> after = new HashMap<>(handedOut);"));
    }
}
