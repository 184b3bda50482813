package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real database holds what the reference fold says, whatever the course of events.
class PostgresOutriggerCourseIT {

    /// What is promised for every build.
    private static final int CASES = 100;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    private final Courses courses = new Courses(BankEvents::some, Bank.MODEL.sources());

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        storage.prepare(Bank.LAYOUT);
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).keptAs("bank-courses").forAllLists(courses::some, Happening::simpler, course -> {
            rows.clear(Bank.LAYOUT);
            new CourseCheck(Bank.LAYOUT, storage.adapters(), rows::of).run(course);
        });
    }
}
