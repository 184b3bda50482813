package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.TypedEventBuilder;

/// One step of a course through which events come to the quarantine and out of it. Any part of a
/// course is a course, too.
public sealed interface Ordeal {

    /// An event is logged.
    record Arrives(TypedEventBuilder event, int lane) implements Ordeal {}

    /// An event is logged that the model of the day cannot read.
    record ArrivesSick(TypedEventBuilder event, int lane) implements Ordeal {}

    /// An event is logged with a slip in it: it can be read, but no database takes its rows.
    record ArrivesPoisoned(TypedEventBuilder event, int lane) implements Ordeal {}

    /// Everything that waits is loaded.
    record IsLoaded() implements Ordeal {}

    /// The model is mended: what was sick until now can be read.
    record IsHealed() implements Ordeal {}

    /// Everything in the quarantine is to be tried again.
    record IsRetried() implements Ordeal {}

    /// An event of the quarantine is corrected, if it has one.
    ///
    /// @param which counts round the quarantine
    record IsCorrected(int which) implements Ordeal {}

    /// An event of the quarantine is discarded, if it has one.
    ///
    /// @param which counts round the quarantine
    record IsDiscarded(int which) implements Ordeal {}

    /// Something will go wrong with the next write.
    record GoesWrong(Mishap mishap) implements Ordeal {}

    /// The loader ends; another one goes on.
    ///
    /// @param batch most events in its batches
    record Changes(int batch) implements Ordeal {}
}
