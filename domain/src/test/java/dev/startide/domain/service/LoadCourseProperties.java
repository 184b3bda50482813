package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import org.junit.jupiter.api.Test;

/// The warehouse is what the reference fold says, whatever the course of events.
class LoadCourseProperties {

    /// What is promised for every build.
    private static final int CASES = 10_000;

    private final Courses courses = new Courses(ShopEvents::some, Shop.MODEL.sources());

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).keptAs("courses").forAllLists(courses::some, Happening::simpler, course -> {
            InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
            new CourseCheck(Shop.LAYOUT, storage.adapters(), storage::rows).run(course);
        });
    }
}
