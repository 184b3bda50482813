package dev.startide.domain.testkit.clinic;

import static dev.startide.domain.testkit.clinic.ClinicMapping.ADMITTED_ON;
import static dev.startide.domain.testkit.clinic.ClinicMapping.CHARGE;
import static dev.startide.domain.testkit.clinic.ClinicMapping.PATIENT_ID;
import static dev.startide.domain.testkit.clinic.ClinicMapping.SEEN_AT;
import static dev.startide.domain.testkit.clinic.ClinicMapping.STARTED_AT;
import static dev.startide.domain.testkit.clinic.ClinicMapping.VISIT_ID;
import static dev.startide.domain.testkit.clinic.ClinicMapping.WARD;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import dev.startide.warehouse.star.Zone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The clinic's entities, dimensions and its fact.
final class ClinicStar {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final ZoneId LABORATORY = ZoneId.of("Asia/Tokyo");
    private static final DimensionName DATE = new DimensionName("date");

    private ClinicStar() {}

    static List<Entity> entities() {
        return List.of(
                new Entity(new EntityName("patient"), "", List.of(PATIENT_ID), List.of(WARD), List.of()),
                new Entity(
                        new EntityName("visit"),
                        "",
                        List.of(VISIT_ID),
                        List.of(STARTED_AT, PATIENT_ID, ADMITTED_ON, SEEN_AT, CHARGE),
                        List.of()));
    }

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension.Calendar(DATE, "The days", FIRST_DAY, 0),
                new Dimension.Members(
                        new DimensionName("patient"),
                        "Who came",
                        new EntityName("patient"),
                        List.of(PATIENT_ID),
                        List.of(new Dimension.MemberAttribute(WARD, ChangePolicy.VERSION)),
                        List.of(),
                        List.of()));
    }

    static Fact visit() {
        return new Fact(
                new FactName("visit_made"),
                "Who came, when and why",
                new EntityName("visit"),
                List.of(VISIT_ID),
                STARTED_AT,
                List.of(
                        new Role.OfMember(
                                column("patient"),
                                new DimensionName("patient"),
                                List.of(PATIENT_ID),
                                new KeyForm.Matching("p-[0-9]+"),
                                SpecialMember.NOT_APPLICABLE),
                        new Role.OfDay(
                                column("admitted"),
                                DATE,
                                ADMITTED_ON,
                                new Zone.OfWarehouse(),
                                SpecialMember.NOT_APPLICABLE),
                        new Role.OfDay(column("seen"), DATE, SEEN_AT, new Zone.Own(LABORATORY), SpecialMember.UNKNOWN)),
                List.of(),
                List.of(new Measure(
                        CHARGE.name(), CHARGE.type(), Measure.Aggregation.SUM, new Measure.Source.Input(), "EUR", "")));
    }
}
