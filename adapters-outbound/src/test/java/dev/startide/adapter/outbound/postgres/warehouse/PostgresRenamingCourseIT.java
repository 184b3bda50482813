package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.StoredQuarantine;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real database holds what the reference fold says, whatever the course of events in which
/// members change their keys.
class PostgresRenamingCourseIT {

    /// What is promised for every build.
    private static final int CASES = 100;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    private final Courses courses = Renaming.courses();

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        storage.clear();
        storage.port(WarehouseCatalog.class).apply(Renaming.MODEL, Plans.fromNothing(Renaming.LAYOUT.schema()));
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).keptAs("courses-of-renaming").forAllLists(courses::some, Happening::simpler, course -> {
            rows.clear(Renaming.LAYOUT);
            new CourseCheck(Renaming.LAYOUT, adapters(), rows::of).run(course);
        });
    }

    private static AdaptersUnderTest adapters() {
        return new AdaptersUnderTest(
                storage.port(RawLog.class),
                storage.port(Warehouse.class),
                storage.port(LoaderLease.class),
                storage.port(Cursors.class),
                storage.port(Progress.class),
                () -> StoredQuarantine.of(storage));
    }
}
