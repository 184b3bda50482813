package dev.startide.domain.testkit.shop;

import static dev.startide.domain.testkit.shop.ShopEvent.aCorrection;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aDeletion;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.aProduct;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random business of the shop. Few keys, few values and few instants, so that ties, returns to an
/// earlier value, repetitions and late news are common.
public final class ShopEvents {

    /// Two of them are in one second, two on different days of Berlin and one of UTC, and the
    /// bounds of event times are among them.
    private static final List<Instant> INSTANTS = Stream.of(
                    "1900-01-01T00:00:00Z",
                    "2026-03-01T08:00:00Z",
                    "2026-03-01T22:59:59.999999Z",
                    "2026-03-01T23:00:00Z",
                    "2026-03-05T10:00:00Z",
                    "2026-03-05T10:00:00.000001Z",
                    "2026-03-09T12:00:00Z",
                    "2026-03-29T01:30:00Z",
                    "2026-04-02T12:00:00Z",
                    "2199-12-31T23:59:59.999999Z")
            .map(Instant::parse)
            .toList();

    private ShopEvents() {}

    /// Events in no particular order, some of them doubled. Orders name members that other events
    /// tell of, and others that none does.
    public static List<TypedEventBuilder> some(Gen gen) {
        List<TypedEventBuilder> events = new ArrayList<>();
        for (int customer = gen.between(0, 3); customer > 0; customer--) {
            String id = "c-" + customer;
            events.addAll(gen.listOf(1, 5, each -> ofCustomer(each, id)));
        }
        for (int product = gen.between(0, 2); product > 0; product--) {
            String id = "p-" + product;
            events.addAll(gen.listOf(1, 3, each -> product(each, id)));
        }
        events.addAll(gen.listOf(0, 6, ShopEvents::order));
        events.addAll(gen.listOf(0, 3, ShopEvents::correction));
        List<TypedEventBuilder> doubled =
                events.stream().filter(_ -> gen.onceIn(5)).toList();
        return gen.shuffled(Stream.concat(events.stream(), doubled.stream()).toList());
    }

    private static TypedEventBuilder ofCustomer(Gen gen, String id) {
        return switch (gen.between(0, 6)) {
            case 0 -> placed(gen, aDeletion(id));
            case 1, 2 -> move(gen, id);
            default -> customer(gen, id);
        };
    }

    private static TypedEventBuilder customer(Gen gen, String id) {
        TypedEventBuilder event = placed(gen, aCustomer(id));
        event = perhaps(gen, event, "name", gen.oneOf("Ada", "Bea"));
        event = perhaps(gen, event, "email", gen.oneOf("a@example.org", "b@example.org"));
        event = perhaps(gen, event, "city", gen.oneOf("Aachen", "Bonn"));
        event = perhaps(gen, event, "segment", gen.oneOf("new", "vip"));
        return perhaps(gen, event, "signed_up_at", gen.oneOf(INSTANTS));
    }

    private static TypedEventBuilder move(Gen gen, String id) {
        TypedEventBuilder event = placed(gen, aMove(id, "Bonn"));
        return perhaps(gen, event, "city", gen.oneOf("Aachen", "Bonn"));
    }

    private static TypedEventBuilder product(Gen gen, String id) {
        TypedEventBuilder event = placed(gen, aProduct(id));
        event = perhaps(gen, event, "name", gen.oneOf("Pencil", "Pen"));
        event = perhaps(gen, event, "category", gen.oneOf("office", "school"));
        return perhaps(gen, event, "list_price", price(gen));
    }

    /// The customers `c-4` and `c-5` are never told of.
    private static TypedEventBuilder order(Gen gen) {
        TypedEventBuilder event = placed(gen, anOrder("o-" + gen.between(0, 3), null));
        event = perhaps(gen, event, "customer_id", "c-" + gen.between(1, 5));
        event = perhaps(gen, event, "channel", gen.oneOf("web", "shop"));
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (int number = gen.between(0, 3); number > 0; number--) {
            lines.add(line(gen, number));
        }
        return event.with("lines", lines);
    }

    /// The products `p-3` and `p-4` are never told of; now and then a line has a number twice.
    private static Map<String, @Nullable Object> line(Gen gen, int number) {
        Map<String, @Nullable Object> line = new TreeMap<>();
        line.put("line_no", gen.onceIn(10) ? 1 : number);
        perhaps(gen, line, "product_id", "p-" + gen.between(1, 4));
        perhaps(gen, line, "quantity", gen.between(1, 3));
        perhaps(gen, line, "unit_price", price(gen));
        return line;
    }

    private static TypedEventBuilder correction(Gen gen) {
        TypedEventBuilder event = placed(gen, aCorrection("o-" + gen.between(0, 3), gen.between(1, 3), 1));
        event = event.with("placed_at", gen.oneOf(INSTANTS));
        return perhaps(gen, event, "quantity", gen.between(1, 9));
    }

    private static TypedEventBuilder placed(Gen gen, TypedEventBuilder event) {
        return event.at(gen.oneOf(INSTANTS)).inSequence(gen.between(0, 1));
    }

    /// Says the value, or null, or nothing.
    private static TypedEventBuilder perhaps(Gen gen, TypedEventBuilder event, String field, Object value) {
        return switch (gen.between(0, 7)) {
            case 0 -> event.with(field, null);
            case 1, 2 -> event.without(field);
            default -> event.with(field, value);
        };
    }

    private static void perhaps(Gen gen, Map<String, @Nullable Object> line, String field, Object value) {
        switch (gen.between(0, 7)) {
            case 0 -> line.put(field, null);
            case 1, 2 -> {}
            default -> line.put(field, value);
        }
    }

    private static BigDecimal price(Gen gen) {
        return BigDecimal.valueOf(gen.between(1, 3) * 50L, 2);
    }
}
