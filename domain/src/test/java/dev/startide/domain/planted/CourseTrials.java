package dev.startide.domain.planted;

import dev.startide.domain.testkit.Property;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.function.IntFunction;

/// Tries random courses of events, as the properties of the load do, and tells of the first that
/// fails; says nothing if all go well. A failing course is not made smaller.
public final class CourseTrials implements IntFunction<String> {

    @Override
    public String apply(int trials) {
        try {
            run(trials, Renaming.LAYOUT, Renaming.courses());
            run(trials, Shop.LAYOUT, new Courses(ShopEvents::some, Shop.MODEL.sources()));
            run(trials, Everything.LAYOUT, Everything.courses());
            return "";
        } catch (AssertionError falsified) {
            return String.valueOf(falsified.getMessage());
        }
    }

    private static void run(int trials, WarehouseLayout layout, Courses courses) {
        Property.property().from(1, trials).forAll(courses::some, course -> {
            InMemoryStorage storage = new InMemoryStorage(layout);
            new CourseCheck(layout, storage.adapters(), storage::rows).run(course);
        });
    }
}
