package dev.startide.domain.planted;

import java.util.List;
import java.util.stream.Stream;

/// Mistakes that are easily made, and have been made, in what this project does.
final class PlantedErrors {

    private PlantedErrors() {}

    static List<PlantedError> all() {
        return Stream.of(inDimensions(), inFacts(), inKeys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlantedError> inDimensions() {
        return List.of(
                new PlantedError(
                        "a late change closes the current version and opens another, without stored changes",
                        "star/Questions",
                        ".ifPresent(since -> late.put(key, since));",
                        ".ifPresent(since -> {});"),
                new PlantedError(
                        "the last arrival wins",
                        "normalize/Register",
                        "order.isAfter(said[index])",
                        "order.compareTo(ChangeOrder.NEVER) > 0"),
                new PlantedError(
                        "a change of type 1 does not reach older versions",
                        "timeline/Telling",
                        "if (columns.get(index) != Shown.VALID) { attributes[index] = last[index]; }",
                        ""),
                new PlantedError(
                        "each statement about one instant opens a version",
                        "timeline/Telling",
                        "!at.equals(heardAt)",
                        "true"),
                new PlantedError(
                        "a version does not hold yet at the instant where it begins",
                        "star/Member",
                        "versions.get(middle).from().isAfter(instant)",
                        "!versions.get(middle).from().isBefore(instant)"),
                new PlantedError(
                        "members that changed stay in the cache as they were",
                        "star/Directory",
                        "rememberedMembers(dimension).putAll(known)",
                        "known.forEach(rememberedMembers(dimension)::putIfAbsent)"),
                new PlantedError(
                        "a member that two facts of a batch name is inferred twice",
                        "star/MemberDecision",
                        "table.insert(rows.write(inferred, 0)); workspace.setMember(name, inferred);",
                        "table.insert(rows.write(inferred, 0));"),
                new PlantedError(
                        "facts at the end of an interval move with those inside",
                        "star/LoadDecision",
                        "move.until()",
                        "move.until().plusNanos(1_000)"),
                new PlantedError(
                        "facts stay with the version that they pointed at",
                        "star/MemberDecision",
                        "moves.addAll(rewriting.moves());",
                        ""),
                new PlantedError(
                        "facts keep the combination that they pointed at when their member turns out otherwise",
                        "star/LoadDecision",
                        ".forEach(turn -> rekeys.add(rekey(fact.table().name(), combination, turn)))",
                        ".forEach(turn -> {})"),
                new PlantedError(
                        "facts keep the combination of a version that is completed later",
                        "star/Rewriting",
                        "old.key() != now.key() || !Arrays.deepEquals(old.attributes(), now.attributes())",
                        "old.key() != now.key()"),
                new PlantedError(
                        "the cursor moves on without rows when something was set aside",
                        "service/Loader",
                        "new LoadWrites(decided.tables(),",
                        "new LoadWrites(accounting.quarantined().isEmpty() ? decided.tables() : List.of(),"),
                new PlantedError(
                        "what a partial update does not say becomes null",
                        "normalize/EntityPlan",
                        "values[index] = attributes.get(index).in(scoped);",
                        "values[index] = attributes.get(index).in(scoped) == Unsaid.UNSAID ? null :"
                                + " attributes.get(index).in(scoped);"),
                new PlantedError(
                        "a loader that takes over gives keys out again",
                        "service/Loader",
                        "warehouse.highestKey(member)",
                        "0L"),
                new PlantedError(
                        "a version that begins elsewhere takes the key of one that stays",
                        "star/Rewriting",
                        "known != null ? known : keys.version(",
                        "known != null ? known : wanted.size() > 2 ? before.versions().getFirst().key() :"
                                + " keys.version("),
                new PlantedError(
                        "a doubled change is stored twice",
                        "star/EntityDecision",
                        "if (written.add(change.order()) &&",
                        "if ("),
                new PlantedError(
                        "what was remembered outlives a write that failed",
                        "service/LoadService",
                        "session = null; OptionalLong epoch",
                        "OptionalLong epoch"),
                new PlantedError(
                        "an older statement that comes late revives what was deleted",
                        "normalize/Register",
                        "boolean changed = takeValues(order, statement);",
                        "boolean changed = takeValues(order, statement); kind = said == ChangeKind.STATED ? said : kind;"),
                new PlantedError(
                        "a new version of a member begins none of those that refer to it",
                        "star/Cascade",
                        "if (reference.followsVersions())",
                        "if (reference.layout() == null)"));
    }

    private static List<PlantedError> inFacts() {
        return List.of(
                new PlantedError(
                        "a reversal has the sign of what it cancels",
                        "star/EntryRows",
                        "entry.kind() == BookEntry.Kind.REVERSAL ? opposite : row[index]",
                        "row[index]"),
                new PlantedError(
                        "a fact that is to stay as it was first told keeps what arrived first",
                        "star/FirstChangeFacts",
                        "rows.read(before).latest().isAfter(first)",
                        "rows.read(before).latest().isAfter(first) && stated.size() < 0"),
                new PlantedError(
                        "a fact that comes back has lost what was said of it before",
                        "star/UpdatedFacts",
                        "gone.flatMap(facts -> facts.register(grain))",
                        "Optional.<Register>empty()"),
                new PlantedError(
                        "a late change does not reach periods that are closed",
                        "star/PeriodicFacts",
                        "if (!rows.isClosed(from, until)) {",
                        "if (known.isNew()) {"),
                new PlantedError(
                        "a late change to a thing that an unfinished snapshot has passed is lost",
                        "star/PeriodicFacts",
                        "horizon.untilOf(grain)",
                        "horizon.until()"),
                new PlantedError(
                        "a period ends when the day does in Greenwich",
                        "star/PeriodRows",
                        "kind.every().after(period).atStartOfDay(zone)",
                        "kind.every().after(period).atStartOfDay(java.time.ZoneOffset.UTC)"),
                new PlantedError(
                        "members whom a later list does not name stay in the bridge",
                        "star/BridgeDecision",
                        "left.keySet().forEach(key -> bridge.table().delete(key));",
                        ""),
                new PlantedError(
                        "members of a list stay with the version that they pointed at",
                        "star/LoadDecision",
                        "for (BridgeLayout bridge : fact.bridges()) {",
                        "for (BridgeLayout bridge : List.<BridgeLayout>of()) {"));
    }

    private static List<PlantedError> inKeys() {
        return List.of(
                new PlantedError(
                        "of several keys, the one that was heard of last identifies",
                        "star/SameKeys",
                        "lesser.put(order < 0 ? second : first, order < 0 ? first : second);",
                        "lesser.put(first, second);"),
                new PlantedError(
                        "facts of a member that was merged into another stay behind",
                        "star/MemberDecision",
                        "moves.addAll(Rewriting.moves(other, after));",
                        ""),
                new PlantedError(
                        "a merged member forgets what was said of it by its other key",
                        "star/Workspace",
                        ".forEach(stored -> all.addAll(stored.changes()));",
                        ".limit(1).forEach(stored -> all.addAll(stored.changes()));"),
                new PlantedError(
                        "a fact by another key of a member infers a second one",
                        "star/Workspace",
                        "entity == null ? called : identityOf(entity, called)",
                        "called"));
    }
}
