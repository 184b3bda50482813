package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.parcels.ParcelEvents;
import dev.startide.domain.testkit.parcels.Parcels;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Facts of every kind are in a real database what the reference fold says, and what the database
/// computes fits to it.
class PostgresFactKindsIT {

    private static final int CASES = 60;

    /// Entries whose computed measure is not the product, negated once by a reversal.
    private static final String WRONG_WORTH = """
            select parcel_id, entry from star.booking
            where worth is distinct from weight * price
            """;

    /// Parcels whose entries do not add up to what was entered last, or to nothing.
    private static final String WRONG_BALANCE = """
            select parcel_id
            from (select *, row_number() over (partition by parcel_id order by entry desc) as from_last from star.booking) as book
            group by parcel_id
            having coalesce(sum(worth), 0)
                <> coalesce(max(case when from_last = 1 and entry_kind <> 'reversal' then worth end), 0)
            """;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    private final Courses courses = new Courses(ParcelEvents::some, Parcels.MODEL.sources());

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        storage.prepare(Parcels.LAYOUT);
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void factsOfEveryKindAreWhatTheReferenceSays() {
        property().tried(CASES).forAllLists(courses::some, Happening::simpler, course -> {
            rows.clear(Parcels.LAYOUT);
            new CourseCheck(Parcels.LAYOUT, storage.adapters(), rows::of).run(course);
            assertThat(storage.query(WRONG_WORTH)).isEmpty();
            assertThat(storage.query(WRONG_BALANCE)).isEmpty();
        });
    }
}
