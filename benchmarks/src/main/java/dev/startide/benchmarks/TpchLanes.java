package dev.startide.benchmarks;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.publish.EventJson;
import dev.startide.sample.tpch.publish.OrderAvro;
import dev.startide.sample.tpch.publish.OrderSchema;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The TPC-H events as their sources would deliver them, undecoded, lane by lane.
final class TpchLanes {

    /// As many partitions as the demo's topic of orders has.
    private static final int ORDER_LANES = 4;

    /// A lane of a source.
    record Lane(SourceName source, String name) {}

    private TpchLanes() {}

    static Map<Lane, List<IncomingEvent>> of(List<TpchEvent> delivered, Instant arrivedAt) {
        Map<Lane, List<IncomingEvent>> lanes = new LinkedHashMap<>();
        for (TpchEvent event : delivered) {
            lanes.computeIfAbsent(laneOf(event), _ -> new ArrayList<>()).add(incoming(event, arrivedAt));
        }
        return lanes;
    }

    private static Lane laneOf(TpchEvent event) {
        return switch (event) {
            case OrderPlaced order -> lane("orders", "partition-" + Math.floorMod(order.orderId(), ORDER_LANES));
            case PartChanged _ -> lane("parts", "topic");
            case CustomerChanged _ -> lane("customers", "http");
            case SupplierChanged _ -> lane("suppliers", "http");
        };
    }

    private static Lane lane(String source, String name) {
        return new Lane(new SourceName(source), name);
    }

    private static IncomingEvent incoming(TpchEvent event, Instant arrivedAt) {
        return switch (event) {
            case OrderPlaced order ->
                new IncomingEvent(new IncomingEvent.Identity.InContent(), Map.of(), arrivedAt, avro(order));
            case PartChanged part ->
                new IncomingEvent(new IncomingEvent.Identity.InContent(), Map.of(), arrivedAt, json(part));
            case CustomerChanged _, SupplierChanged _ ->
                new IncomingEvent(new IncomingEvent.Identity.Given(event.id()), Map.of(), arrivedAt, json(event));
        };
    }

    private static Payload avro(OrderPlaced order) {
        String schema = OrderSchema.of(order).schema().toString();
        return new Payload.WithSchema("avro/binary", OrderAvro.encode(order), new PayloadSchema("avro", schema));
    }

    private static Payload json(TpchEvent event) {
        return new Payload.SelfDescribing("application/json", EventJson.encode(event));
    }
}
