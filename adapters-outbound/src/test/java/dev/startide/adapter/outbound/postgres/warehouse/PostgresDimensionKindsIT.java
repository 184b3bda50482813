package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real database with dimensions of every kind holds what the reference fold says, whatever the
/// course of events.
class PostgresDimensionKindsIT {

    /// The cases of the kinds are tried in memory by the thousand; here only SQL is new.
    private static final int CASES = 100;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    private final Courses courses = new Courses(ClinicEvents::some, Clinic.MODEL.sources());

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        storage.prepare(Clinic.LAYOUT);
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).forAllLists(courses::some, Happening::simpler, course -> {
            rows.clear(Clinic.LAYOUT);
            new CourseCheck(Clinic.LAYOUT, storage.adapters(), rows::of).run(course);
            assertThatTheMartSharesOutEveryCharge();
        });
    }

    private static void assertThatTheMartSharesOutEveryCharge() {
        assertThat(storage.query("select (select sum(charge) from mart.charges_by_nurse)"
                        + " is not distinct from (select sum(charge) from star.visit_made)"))
                .containsExactly("t");
    }
}
