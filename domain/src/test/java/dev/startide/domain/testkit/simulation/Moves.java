package dev.startide.domain.testkit.simulation;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.course.Mishap;
import dev.startide.domain.testkit.course.Poison;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.simulation.Move.Comes;
import dev.startide.domain.testkit.simulation.Move.Contradicts;
import dev.startide.domain.testkit.simulation.Move.Dies;
import dev.startide.domain.testkit.simulation.Move.Forgets;
import dev.startide.domain.testkit.simulation.Move.GoesWrong;
import dev.startide.domain.testkit.simulation.Move.Loads;
import dev.startide.domain.testkit.simulation.Move.LosesConnection;
import dev.startide.domain.testkit.simulation.Move.Meanwhile;
import dev.startide.domain.testkit.simulation.Move.Passes;
import dev.startide.domain.testkit.simulation.Move.Reads;
import dev.startide.domain.testkit.simulation.Move.Sends;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Random moves of a simulation.
///
/// @param business random events in random order, some of them doubled
/// @param sources of the model
public record Moves(Function<Gen, List<TypedEventBuilder>> business, List<Source> sources) {

    private static final int LAST_INSTANCE = Simulation.INSTANCES - 1;
    private static final int LAST_PARTITION = 1;
    private static final int DEEP = 12;

    /// Few, because what is looked for lies between the moves, and not in the events.
    private static final int MOST_EVENTS = 10;

    /// Any events, and after each of them some moves of anybody.
    public List<Move> some(Gen gen) {
        List<Move> moves = new ArrayList<>();
        List<TypedEventBuilder> events = business.apply(gen);
        for (TypedEventBuilder event : events.subList(0, Math.min(events.size(), MOST_EVENTS))) {
            moves.add(arrival(gen, event));
            moves.addAll(gen.listOf(0, 3, this::any));
        }
        return moves;
    }

    private Move arrival(Gen gen, TypedEventBuilder event) {
        Happening arrival = happening(gen, event);
        boolean isSent = Prepared.sourceOf(arrival, sources).dedupe() instanceof Source.Dedupe.ById;
        return isSent && gen.onceIn(6) ? new Contradicts(arrival) : new Comes(arrival);
    }

    private Happening happening(Gen gen, TypedEventBuilder event) {
        int partition = gen.between(0, LAST_PARTITION);
        return switch (gen.between(0, 15)) {
            case 0 -> new Happening.ArrivesUnreadable(gen.oneOf(sources), partition);
            case 1 -> new Happening.ArrivesUnknown(gen.oneOf(sources), partition);
            case 2 -> new Happening.Arrives(Poison.in(event), partition);
            default -> new Happening.Arrives(event, partition);
        };
    }

    private Move any(Gen gen) {
        return switch (gen.between(0, 19)) {
            case 0 -> dies(gen);
            case 1 -> new Passes(Duration.ofSeconds(gen.oneOf(5, 10, 20)));
            case 2 -> new Forgets();
            case 3, 4 -> new GoesWrong(gen.oneOf(Move.Place.values()), gen.oneOf(Mishap.values()));
            case 5, 6, 7, 8 -> new Meanwhile(gen.between(0, DEEP), gen.listOf(1, 3, this::inBetween));
            default -> turn(gen);
        };
    }

    private Move inBetween(Gen gen) {
        return switch (gen.between(0, 9)) {
            case 0 -> dies(gen);
            case 1 -> new LosesConnection();
            case 2, 3 -> new Passes(Duration.ofSeconds(20));
            default -> turn(gen);
        };
    }

    private Move turn(Gen gen) {
        int instance = gen.between(0, LAST_INSTANCE);
        return switch (gen.between(0, 7)) {
            case 0, 1, 2 ->
                new Reads(
                        instance,
                        gen.oneOf(sources).name(),
                        gen.between(0, LAST_PARTITION),
                        gen.between(1, 4),
                        gen.onceIn(4) ? gen.between(1, 2) : 0,
                        !gen.onceIn(4));
            case 3, 4 -> new Sends(instance, gen.between(0, 3), gen.between(1, 4), !gen.onceIn(4));
            default -> new Loads(instance);
        };
    }

    private static Move dies(Gen gen) {
        return new Dies(
                gen.between(0, LAST_INSTANCE),
                gen.oneOf(1, 2, 3, 5, WarehouseRun.MANY),
                gen.oneOf(1, 2, WarehouseRun.MANY));
    }
}
