package dev.startide.domain.testkit.simulation;

import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.course.Mishap;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One move of a simulation. Any part of a list of moves is a simulation, too.
public sealed interface Move {

    /// An event comes into being outside: in a partition of its topic, or with somebody who has to
    /// send it.
    ///
    /// @param arrival one that says that something arrives; its lane is the partition
    record Comes(Happening arrival) implements Move {

        @Override
        public List<Move> simpler() {
            return arrival.simpler().stream().<Move>map(Comes::new).toList();
        }
    }

    /// An event comes into being that whoever sends it gives the id of one that came before it, to
    /// the same source.
    ///
    /// @param arrival one of a source that recognises events by their ids
    record Contradicts(Happening arrival) implements Move {

        @Override
        public List<Move> simpler() {
            return List.of(new Comes(arrival));
        }
    }

    /// An instance takes its turn to read a partition.
    ///
    /// @param most how many events it takes at most
    /// @param again how many events before its position the broker delivers once more
    /// @param isHeard whether the acknowledgement reaches the broker
    record Reads(int instance, SourceName source, int partition, int most, int again, boolean isHeard) implements Move {

        @Override
        public List<Move> simpler() {
            return again == 0 && isHeard ? List.of() : List.of(new Reads(instance, source, partition, most, 0, true));
        }
    }

    /// What has not been answered yet is sent to an instance.
    ///
    /// @param first which of the events that wait is sent first
    /// @param most how many are sent at most, in one request
    /// @param isHeard whether the answer reaches the sender
    record Sends(int instance, int first, int most, boolean isHeard) implements Move {}

    /// The loader of an instance takes its turn.
    record Loads(int instance) implements Move {}

    /// Where something goes wrong.
    enum Place {
        INGEST,
        LOAD
    }

    /// Something will go wrong with the next transaction that logs or loads.
    record GoesWrong(Place place, Mishap mishap) implements Move {}

    /// The connection of whoever is at work is lost; nothing if nobody is.
    record LosesConnection() implements Move {}

    /// These moves are made in the middle of what comes next.
    ///
    /// @param moments how many moments later, from 0; a moment is before each question and each
    ///     write of anybody, and within a transaction that logs
    record Meanwhile(int moments, List<Move> moves) implements Move {

        public Meanwhile {
            moves = List.copyOf(moves);
        }

        @Override
        public List<Move> simpler() {
            List<Move> simpler = new ArrayList<>();
            if (moments > 0) {
                simpler.add(new Meanwhile(0, moves));
                simpler.add(new Meanwhile(moments - 1, moves));
            }
            if (moves.size() > 1) {
                for (int index = 0; index < moves.size(); index++) {
                    List<Move> fewer = new ArrayList<>(moves);
                    fewer.remove(index);
                    simpler.add(new Meanwhile(moments, fewer));
                }
            }
            return simpler;
        }
    }

    /// The clock of the database goes on.
    record Passes(Duration time) implements Move {}

    /// An instance dies, in the middle of what it is doing, and is started anew.
    ///
    /// @param batch most events in the batches of its loader
    /// @param remembered how much its loader remembers
    record Dies(int instance, int batch, int remembered) implements Move {}

    /// The broker deletes what was acknowledged.
    record Forgets() implements Move {}

    /// What may stand in its place to make a case easier to understand; the simplest first.
    default List<Move> simpler() {
        return List.of();
    }
}
