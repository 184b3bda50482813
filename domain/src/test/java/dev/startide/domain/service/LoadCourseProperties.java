package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The warehouse is what the reference fold says, whatever the course of events.
class LoadCourseProperties {

    /// Together what is promised for every build.
    private static final int CASES_OF_THE_SHOP = 5_000;

    private static final int CASES_OF_EVERYTHING = 5_000;

    private static final int CASES_OF_RENAMING = 3_000;

    @Test
    void everyCourseOfEventsOfAShopLoadsWhatTheReferenceSays() {
        Courses courses = new Courses(ShopEvents::some, Shop.MODEL.sources());
        property()
                .tried(CASES_OF_THE_SHOP)
                .keptAs("courses")
                .forAllLists(courses::some, Happening::simpler, course -> check(Shop.LAYOUT, course));
    }

    @Test
    void everyCourseOfEventsOfEveryKindLoadsWhatTheReferenceSays() {
        Courses courses = Everything.courses();
        property()
                .tried(CASES_OF_EVERYTHING)
                .keptAs("courses-of-everything")
                .forAllLists(courses::some, Happening::simpler, course -> check(Everything.LAYOUT, course));
    }

    @Test
    void everyCourseOfEventsOfCustomersWhoChangeTheirKeysLoadsWhatTheReferenceSays() {
        Courses courses = Renaming.courses();
        property()
                .tried(CASES_OF_RENAMING)
                .keptAs("courses-of-renaming")
                .forAllLists(courses::some, Happening::simpler, course -> check(Renaming.LAYOUT, course));
    }

    private static void check(WarehouseLayout layout, List<Happening> course) {
        InMemoryStorage storage = new InMemoryStorage(layout);
        new CourseCheck(layout, storage.adapters(), storage::rows).run(course);
    }
}
