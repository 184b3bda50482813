package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.person.People;
import dev.startide.domain.timeline.History;
import dev.startide.domain.timeline.Statement;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Random changes of one person, and what dimensions tell of them.
final class Lives {

    static final Key WHO = Key.of("p-1");
    static final Entity PERSON = People.MODEL.entities().getFirst();
    static final List<Dimension.Members> DIMENSIONS = People.MODEL.dimensions().stream()
            .map(Dimension.Members.class::cast)
            .toList();

    private static final LanePosition HERE = new LanePosition(new LaneId(1), 1);

    private Lives() {}

    /// Few instants and few values, so that ties, returns and repetitions are common.
    static EntityChange change(Gen gen) {
        ChangeOrder order = new ChangeOrder(
                Instant.ofEpochSecond(gen.between(0, 6)),
                gen.between(0, 1),
                new EventDigest(gen.anyLong(), gen.anyLong()));
        int width = PERSON.attributes().size();
        if (gen.onceIn(5)) {
            return EntityChange.gone(WHO, order, width, HERE);
        }
        Object[] attributes = new Object[width];
        for (int index = 0; index < width; index++) {
            attributes[index] = gen.oneOf("v0", "v1", null, Unsaid.UNSAID, Unsaid.UNSAID);
        }
        return new EntityChange(WHO, order, attributes, HERE);
    }

    static Register register(Collection<EntityChange> changes) {
        Register register = Register.empty(PERSON.attributes().size());
        changes.forEach(change -> register.accept(change.order(), change.kind(), change.attributes(), change.cause()));
        return register;
    }

    /// The history that a dimension tells of these changes; none if they say nothing that counts.
    static List<Version> told(MemberColumns columns, Collection<StoredChange> changes) {
        List<Statement> said = said(columns, changes);
        return said.isEmpty() ? List.of() : History.of(columns.shown(), said);
    }

    /// The member as the rows of its dimension show it.
    static Member member(Dimension.Members dimension, List<Version> told) {
        MemberVersion inferred = new MemberVersion(
                2,
                MemberLayout.OPEN_START,
                MemberLayout.OPEN_END,
                new Object[told.getFirst().attributes().length]);
        Member unheard = new Member(1, WHO, Member.Standing.INFERRED, List.of(inferred));
        return Rewriting.of(unheard, told, dimension.deletes(), new KeySequence(2))
                .after();
    }

    static List<Statement> said(MemberColumns columns, Collection<StoredChange> changes) {
        return changes.stream()
                .flatMap(change -> columns.statement(change.order(), change.kind(), change.attributes()).stream())
                .toList();
    }

    static List<StoredChange> stored(Collection<EntityChange> changes) {
        return changes.stream().map(StoredChange::of).toList();
    }

    static List<String> asText(List<Version> history) {
        return history.stream()
                .map(version -> version.from() + " " + version.life() + " " + Arrays.toString(version.attributes()))
                .toList();
    }
}
