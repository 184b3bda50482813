package dev.startide.adapter.outbound.payload;

import dev.startide.domain.testkit.Gen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Random JSON events of a few types, in which most of what senders do is done somewhere.
final class RandomSample {

    private static final List<String> NAMES = List.of(
            "id",
            "order_id",
            "orderId",
            "customer_id",
            "productId",
            "event_id",
            "type",
            "eventType",
            "kind",
            "time",
            "ts",
            "placedAt",
            "updated_at",
            "birth_date",
            "amount",
            "unitPrice",
            "quantity",
            "line_no",
            "user",
            "order",
            "version",
            "valid_from",
            "event_time",
            "is_gift",
            "weird name",
            "it's",
            "a.b",
            "Ünïcode",
            "_id",
            "123",
            "",
            "x",
            "lines",
            "lineItems",
            "address",
            "date",
            "date_key",
            "fact",
            "name",
            "very_long_name_of_a_field_that" + "_goes_on_and_on_until_nobody_can_read_it");

    private static final List<String> TYPES =
            List.of("order_placed", "order.deleted", "com.example.customer.changed", "Product Added", "in");

    private final Gen gen;
    private final Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> always = new LinkedHashMap<>();

    private RandomSample(Gen gen) {
        this.gen = gen;
    }

    /// Events, each as the text of a JSON object.
    static List<String> of(Gen gen) {
        RandomSample sample = new RandomSample(gen);
        List<String> types = gen.listOf(1, 3, each -> each.oneOf(TYPES));
        boolean hasTypes = gen.coin();
        List<String> events = new ArrayList<>();
        for (int count = gen.between(1, 12); count > 0; count--) {
            String type = gen.oneOf(types);
            events.add(sample.event(hasTypes ? type : ""));
        }
        return gen.onceIn(4) ? events.stream().map(sample::cloudEvent).toList() : events;
    }

    private String event(String type) {
        Map<String, String> members = members(gen.between(0, 4), 0);
        always.computeIfAbsent(type, _ -> gen.listOf(0, 5, each -> each.oneOf(NAMES)))
                .forEach(name -> members.put(name, usual(name, 0)));
        if (!type.isEmpty()) {
            members.put("type", quoted(type));
        }
        return object(members);
    }

    private String cloudEvent(String data) {
        return """
            {"specversion":"1.0","id":"e%d","source":"/shop","type":"%s","time":"2026-03-01T10:00:00Z","data":%s}\
            """.formatted(gen.between(1, 9), gen.oneOf("order.placed", "order.shipped"), data);
    }

    private Map<String, String> members(int most, int depth) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int count = 0; count < most; count++) {
            String name = gen.oneOf(NAMES);
            members.put(name, gen.onceIn(9) ? "null" : valueOf(name, depth));
        }
        return members;
    }

    /// A field is mostly of one kind, and sometimes of another.
    private String valueOf(String name, int depth) {
        return gen.onceIn(15) ? anything(depth).get() : usual(name, depth);
    }

    private String usual(String name, int depth) {
        return kinds.computeIfAbsent(depth + name, _ -> anything(depth)).get();
    }

    private Supplier<String> anything(int depth) {
        return switch (gen.between(0, depth > 5 ? 12 : 16)) {
            case 0 -> () -> String.valueOf(gen.between(-5, 5));
            case 1 -> () -> String.valueOf(gen.anyLong());
            case 2 -> () -> "%d.%02d".formatted(gen.between(-9999, 9999), gen.between(0, 99));
            case 3 -> () -> gen.oneOf("1e300", "123456789012345678901234567890", "0.123456789012345", "5.0", "1e400");
            case 4 -> () -> String.valueOf(gen.coin());
            case 5 -> () -> quoted(gen.oneOf("a", "b", "", "ä€", "line\\nbreak"));
            case 6 -> () -> quoted("%08x-0000-4000-8000-000000000000".formatted(gen.between(0, 99)));
            case 7 -> () -> quoted("2026-%02d-%02dT10:00:00Z".formatted(gen.between(1, 12), gen.between(1, 28)));
            case 8 -> () -> quoted("%d-03-01".formatted(gen.between(1890, 2300)));
            case 9 -> () -> quoted("%02d:30".formatted(gen.between(0, 23)));
            case 10 -> () -> quoted(gen.oneOf("o1", "o2", "c1", "17", "\\u0000"));
            case 11 -> () -> String.valueOf(1_700_000_000L + gen.between(0, 1_000_000));
            case 12 -> () -> String.valueOf(1_700_000_000_000L + gen.between(0, 1_000_000));
            case 13 -> () -> object(members(4, depth + 1));
            case 14 -> () -> list(gen.listOf(0, 3, _ -> object(members(3, depth + 1))));
            case 15 -> () -> list(gen.listOf(0, 3, _ -> String.valueOf(gen.between(0, 9))));
            default ->
                () -> list(gen.listOf(
                        1,
                        3,
                        each -> "{\"line_no\":%d,\"product_id\":\"p%d\",\"quantity\":%d}"
                                .formatted(each.between(1, 3), each.between(1, 2), each.between(1, 9))));
        };
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
