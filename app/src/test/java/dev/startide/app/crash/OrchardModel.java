package dev.startide.app.crash;

/// The model of the [Orchard], which changes three times.
final class OrchardModel {

    static final int ERAS = 4;

    /// Since this era customers have an address for mails.
    static final int EMAILS = 2;

    /// Since this era sales have discounts.
    static final int DISCOUNTS = 3;

    /// Since this era customers praise.
    static final int PRAISES = 4;

    private OrchardModel() {}

    /// The model file of an era.
    ///
    /// @param topic where sales are told of that are not posted
    static String of(int era, String topic) {
        String email = since(EMAILS, era, ", email: text");
        String discount = since(DISCOUNTS, era, ", discount: \"decimal(12,2)\"");
        return """
                version: 1
                name: orchard
                time_zone: Europe/Vienna
                sources:
                  farm:  { http: { path: /events/farm } }
                  stall: { pulsar: { topic: "%s", format: json } }
                events:
                  customer_moved:
                    source: farm
                    when: ce.type == 'customer_moved'
                    time: moved_at
                    fields: { customer_id: text, city: text, phone: text, moved_at: timestamptz%s }
                  customer_gone:
                    source: farm
                    when: ce.type == 'customer_gone'
                    time: gone_at
                    fields: { customer_id: text, gone_at: timestamptz }
                  sold:
                    source: farm
                    when: ce.type == 'sold'
                    time: sold_at
                    fields: { sale_id: text, customer_id: text, amount: "decimal(12,2)", sold_at: timestamptz%s }
                  sold_at_stall:
                    source: stall
                    time: sold_at
                    fields: { sale_id: text, customer_id: text, amount: "decimal(12,2)", sold_at: timestamptz%s }
                %sentities:
                  customer: { from: customer_moved, deleted_by: customer_gone, key: customer_id }
                  sale:     { from: [sold, sold_at_stall], key: sale_id, references: { customer_id: customer } }
                %sdimensions:
                  date:     { calendar: { from: 2026-01-01 } }
                  customer: { of: customer, attributes: { city: 2, phone: 1%s } }
                facts:
                  sale:
                    of: sale
                    grain: sale_id
                    time: sold_at
                    dimensions:
                      customer: customer_id
                      sold: { dimension: date, key: sold_at }
                    measures: { amount: sum%s }
                %s""".formatted(
                        topic,
                        email,
                        discount,
                        discount,
                        since(PRAISES, era, PRAISED),
                        since(PRAISES, era, PRAISE),
                        since(EMAILS, era, ", email: 1"),
                        since(DISCOUNTS, era, ", discount: sum"),
                        since(PRAISES, era, FACT_OF_PRAISE));
    }

    private static final String PRAISED = """
              praised:
                source: farm
                when: ce.type == 'praised'
                time: praised_at
                fields: { praise_id: text, customer_id: text, praised_at: timestamptz }
            """;

    private static final String PRAISE = """
              praise: { from: praised, key: praise_id, references: { customer_id: customer } }
            """;

    private static final String FACT_OF_PRAISE = """
              praise:
                of: praise
                grain: praise_id
                time: praised_at
                dimensions: { customer: customer_id }
            """;

    private static String since(int first, int era, String part) {
        return era < first ? "" : part;
    }
}
