package dev.startide.domain.planted;

import dev.startide.domain.testkit.Property;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.util.function.IntFunction;

/// Tries random courses of events, as the property of the load does, and tells of the first that
/// fails; says nothing if all go well. A failing course is not made smaller.
public final class CourseTrials implements IntFunction<String> {

    @Override
    public String apply(int trials) {
        Courses courses = new Courses(ShopEvents::some, Shop.MODEL.sources());
        try {
            Property.property().from(1, trials).forAll(courses::some, course -> {
                InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
                new CourseCheck(Shop.LAYOUT, storage.adapters(), storage::rows).run(course);
            });
            return "";
        } catch (AssertionError falsified) {
            return String.valueOf(falsified.getMessage());
        }
    }
}
