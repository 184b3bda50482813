package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import org.junit.jupiter.api.Test;

/// A warehouse with dimensions of every kind is what the reference fold says, whatever the course
/// of events.
class DimensionKindsProperties {

    /// Enough for every pair of what the events say.
    private static final int CASES = 2_000;

    private final Courses courses = new Courses(ClinicEvents::some, Clinic.MODEL.sources());

    @Test
    void everyCourseOfEventsLoadsWhatTheReferenceSays() {
        property().tried(CASES).forAllLists(courses::some, Happening::simpler, course -> {
            InMemoryStorage storage = new InMemoryStorage(Clinic.LAYOUT);
            new CourseCheck(Clinic.LAYOUT, storage.adapters(), storage::rows).run(course);
        });
    }
}
