package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.testkit.Property;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real database holds what the reference fold says, whatever the course of events.
class PostgresLoadCourseIT {

    /// Together what is promised for every build.
    private static final int CASES_OF_THE_SHOP = 150;

    private static final int CASES_OF_EVERYTHING = 150;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void everyCourseOfEventsOfAShopLoadsWhatTheReferenceSays() {
        Courses courses = new Courses(ShopEvents::some, Shop.MODEL.sources());
        check(Shop.LAYOUT, courses, property().tried(CASES_OF_THE_SHOP).keptAs("courses"));
    }

    @Test
    void everyCourseOfEventsOfEveryKindLoadsWhatTheReferenceSays() {
        Courses courses = Everything.courses();
        check(Everything.LAYOUT, courses, property().tried(CASES_OF_EVERYTHING).keptAs("courses-of-everything"));
    }

    private static void check(WarehouseLayout layout, Courses courses, Property property) {
        storage.prepare(layout);
        property.forAllLists(courses::some, Happening::simpler, course -> {
            rows.clear(layout);
            new CourseCheck(layout, storage.adapters(), rows::of).run(course);
        });
    }
}
