package dev.startide.domain.testkit.clinic;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.ZoneId;
import java.util.List;

/// The model of a clinic, built by hand.
///
/// Its one fact, the visit, has roles of every kind, and is told of piece by piece: each event says
/// some fields and leaves out others.
public final class Clinic {

    /// East of Greenwich, and not where the laboratory is.
    public static final ZoneId TIME_ZONE = ZoneId.of("Europe/Berlin");

    public static final WarehouseModel MODEL = new WarehouseModel(
            "clinic",
            "Who came, when and why",
            TIME_ZONE,
            List.of(ClinicMapping.WARDS),
            ClinicMapping.events(),
            ClinicStar.entities(),
            ClinicStar.dimensions(),
            List.of(ClinicStar.visit()),
            List.of(ClinicStar.chargesByNurse()),
            ClinicMapping.entityFeeds(),
            ClinicMapping.factFeeds());

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private Clinic() {}

    /// The layout of a dimension with members by its name.
    public static MemberLayout members(String name) {
        return LAYOUT.members().stream()
                .filter(layout -> layout.dimension().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The layout of the one fact.
    public static FactLayout visits() {
        return LAYOUT.facts().getFirst();
    }
}
