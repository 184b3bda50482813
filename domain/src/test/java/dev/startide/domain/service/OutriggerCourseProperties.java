package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import org.junit.jupiter.api.Test;

/// The warehouse is what the reference fold says, whatever the course of events.
class OutriggerCourseProperties {

    /// What is promised for every build.
    private static final int CASES = 1_000;

    private final Courses courses = new Courses(BankEvents::some, Bank.MODEL.sources());

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).keptAs("bank-courses").forAllLists(courses::some, Happening::simpler, course -> {
            InMemoryStorage storage = new InMemoryStorage(Bank.LAYOUT);
            new CourseCheck(Bank.LAYOUT, storage.adapters(), storage::rows).run(course);
        });
    }
}
