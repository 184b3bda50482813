package dev.startide.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// A market stall whose model changes, and what its till tells: late, doubled, in any order.
record Stall(Path folder) {

    static final String SOURCE = "till";

    static final String MODEL = """
            version: 1
            name: stall
            time_zone: Europe/Vienna
            sources:
              till: { file: {}, dedupe: none }
            events:
              customer_told:
                source: till
                when: event.type == 'customer_told'
                time: told_at
                fields: { tenant: text, customer_id: text, city: text, told_at: timestamptz }
              product_told:
                source: till
                when: event.type == 'product_told'
                time: told_at
                fields: { product_id: text, label: text, told_at: timestamptz }
              sold:
                source: till
                when: event.type == 'sold'
                time: told_at
                fields:
                  tenant: text
                  order_id: text
                  line_no: int
                  customer_id: text
                  product_id: text
                  quantity: int
                  price: decimal(12,2)
                  told_at: timestamptz
            entities:
              customer: { from: customer_told, key: customer_id }
              product: { from: product_told, key: product_id }
              line: { from: sold, key: [order_id, line_no] }
            dimensions:
              date: { calendar: { from: 2026-01-01, years_ahead: 1 } }
              customer: { of: customer, attributes: { city: 2 } }
              product: { of: product, attributes: { label: 1 } }
            facts:
              sale:
                of: line
                grain: [order_id, line_no]
                time: told_at
                dimensions: { customer: customer_id, date: told_at }
                measures: { quantity: sum, price: sum }
              level:
                kind: periodic
                every: day
                since: 2026-03-01
                of: line
                dimensions: { customer: customer_id }
                measures: { quantity: { agg: sum, additive: { not_over: period } } }
            marts:
              sales: { fact: sale }
            """;

    /// A model with changes, each written as `what stands there -> what is to stand there`.
    Path model(String name, String... changes) throws IOException {
        String model = MODEL;
        for (String change : changes) {
            String[] parts = change.split(" -> ", 2);
            if (!model.contains(parts[0])) {
                throw new IllegalArgumentException("The model does not say " + parts[0]);
            }
            model = model.replace(parts[0], parts[1]);
        }
        return Files.writeString(folder.resolve(name + ".yaml"), model, StandardCharsets.UTF_8);
    }

    /// A file of events.
    Path events(String name, long seed, int count) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String line = event(random);
            lines.add(line);
            if (random.nextInt(10) == 0) {
                lines.add(line);
            }
        }
        Collections.shuffle(lines, random);
        return Files.write(folder.resolve(name + ".ndjson"), lines, StandardCharsets.UTF_8);
    }

    private static String event(Random random) {
        String at = "2026-03-%02dT%02d:%02d:%02dZ"
                .formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60));
        int customer = random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 ->
                """
                {"type":"customer_told","tenant":"t%d","customer_id":"c%d","city":"city %d","segment":"s%d",%s"told_at":"%s"}""".formatted(customer % 3, customer, random.nextInt(4), random.nextInt(3), formerKey(random), at);
            case 1 -> """
                {"type":"product_told","product_id":"p%d","label":"label %d","told_at":"%s"}""".formatted(random.nextInt(9), random.nextInt(4), at);
            default ->
                String.format(
                        Locale.ROOT,
                        """
                        {"type":"sold","tenant":"t%d","order_id":"o%d","line_no":%d,"customer_id":"c%d",\
                        "product_id":"p%d","helpers":[%s],"quantity":%d,"price":%d.25,"told_at":"%s"}""",
                        customer % 3,
                        random.nextInt(200),
                        1 + random.nextInt(3),
                        customer,
                        random.nextInt(9),
                        helpers(random),
                        1 + random.nextInt(5),
                        1 + random.nextInt(50),
                        at);
        };
    }

    /// Rarely: whoever it is had another key once.
    private static String formerKey(Random random) {
        return random.nextInt(40) == 0 ? "\"former_id\":\"c%d\",".formatted(random.nextInt(12)) : "";
    }

    private static String helpers(Random random) {
        return random.ints(random.nextInt(3), 0, 12)
                .mapToObj("{\"customer_id\":\"c%d\"}"::formatted)
                .collect(Collectors.joining(","));
    }
}
