package dev.startide.domain.star;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.testkit.person.People;
import dev.startide.domain.timeline.History;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A history that is computed anew from the first affected instant on is the one that all changes
/// tell.
class LateStartProperties {

    @Test
    void tellsTheSameFromTheFirstAffectedInstantOn() {
        AtomicInteger partly = new AtomicInteger();
        property().tried(5_000).forAllLists(gen -> gen.listOf(3, 10, Lives::change), changes -> {
            for (Dimension.Members dimension : Lives.DIMENSIONS) {
                for (int cut = 1; cut < changes.size(); cut++) {
                    check(dimension, changes.subList(0, cut), changes.subList(cut, changes.size()), partly);
                }
            }
        });
        assertThat(partly).as("histories told from within").hasPositiveValue();
    }

    private static void check(
            Dimension.Members dimension,
            List<EntityChange> earlier,
            List<EntityChange> arriving,
            AtomicInteger partly) {
        MemberColumns columns = new MemberColumns(dimension, Lives.PERSON);
        List<Version> told = Lives.told(columns, Lives.stored(earlier));
        if (told.isEmpty()) {
            return;
        }
        Member known = Lives.member(dimension, told);
        Workspace workspace = new Directory(People.LAYOUT, 1, Map.of(), Map.of()).open();
        workspace.recallMembers(dimension.name(), Set.of());
        workspace.setMember(dimension.name(), known);
        Register register = Lives.register(earlier);

        Optional<Instant> since = new LateStart(dimension, Lives.PERSON).of(Lives.WHO, arriving, register, workspace);

        List<EntityChange> all =
                Stream.concat(earlier.stream(), arriving.stream()).toList();
        assertThat(shown(dimension, again(columns, known, earlier, arriving, since)))
                .as("%s, %d changes arrive", dimension.name(), arriving.size())
                .isEqualTo(shown(dimension, Lives.told(columns, Lives.stored(all))));
        since.filter(instant -> instant.isAfter(MemberLayout.OPEN_START)).ifPresent(_ -> partly.incrementAndGet());
    }

    private static List<Version> again(
            MemberColumns columns,
            Member known,
            List<EntityChange> earlier,
            List<EntityChange> arriving,
            Optional<Instant> since) {
        Instant from = since.orElse(Instant.MAX);
        List<EntityChange> needed = new ArrayList<>(arriving);
        earlier.stream().filter(change -> !change.order().at().isBefore(from)).forEach(needed::add);
        return from.isAfter(MemberLayout.OPEN_START)
                ? History.goOn(columns.shown(), known.toldBefore(from), Lives.said(columns, Lives.stored(needed)))
                : Lives.told(columns, Lives.stored(needed));
    }

    private static List<String> shown(Dimension.Members dimension, List<Version> told) {
        return Lives.member(dimension, told).versions().stream()
                .map(version -> "%s to %s %s %s"
                        .formatted(
                                version.from(), version.until(), version.life(), Arrays.toString(version.attributes())))
                .toList();
    }
}
