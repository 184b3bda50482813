package dev.startide.domain.testkit.clinic;

import static dev.startide.domain.testkit.clinic.ClinicMapping.ADMITTED_ON;
import static dev.startide.domain.testkit.clinic.ClinicMapping.CHANNEL;
import static dev.startide.domain.testkit.clinic.ClinicMapping.CHAPTER;
import static dev.startide.domain.testkit.clinic.ClinicMapping.CHARGE;
import static dev.startide.domain.testkit.clinic.ClinicMapping.CODE;
import static dev.startide.domain.testkit.clinic.ClinicMapping.LAB_TIME;
import static dev.startide.domain.testkit.clinic.ClinicMapping.PATIENT_ID;
import static dev.startide.domain.testkit.clinic.ClinicMapping.SEEN_AT;
import static dev.startide.domain.testkit.clinic.ClinicMapping.SHARE;
import static dev.startide.domain.testkit.clinic.ClinicMapping.STARTED_AT;
import static dev.startide.domain.testkit.clinic.ClinicMapping.URGENT;
import static dev.startide.domain.testkit.clinic.ClinicMapping.VISIT_ID;
import static dev.startide.domain.testkit.clinic.ClinicMapping.WARD;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.MartName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import dev.startide.warehouse.star.Weight;
import dev.startide.warehouse.star.Zone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The clinic's entities, dimensions and its fact.
final class ClinicStar {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final ZoneId LABORATORY = ZoneId.of("Asia/Tokyo");
    private static final DimensionName MINUTES = new DimensionName("minute_of_day");
    private static final DimensionName HOURS = new DimensionName("hour_of_day");
    private static final DimensionName FLAGS = new DimensionName("visit_flags");
    private static final DimensionName DIAGNOSIS = new DimensionName("diagnosis");
    private static final DimensionName DATE = new DimensionName("date");

    private ClinicStar() {}

    static List<Entity> entities() {
        return List.of(
                new Entity(new EntityName("diagnosis"), "", List.of(CODE), List.of(CHAPTER), List.of()),
                new Entity(new EntityName("patient"), "", List.of(PATIENT_ID), List.of(WARD), List.of()),
                new Entity(
                        new EntityName("visit"),
                        "",
                        List.of(VISIT_ID),
                        List.of(STARTED_AT, PATIENT_ID, ADMITTED_ON, SEEN_AT, CHANNEL, URGENT, LAB_TIME, CHARGE),
                        List.of()));
    }

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension.Calendar(DATE, "The days", FIRST_DAY, 0),
                new Dimension.TimeOfDay(MINUTES, "The minutes of a day", Dimension.Step.MINUTE),
                new Dimension.TimeOfDay(HOURS, "The hours of a day", Dimension.Step.HOUR),
                new Dimension.Junk(FLAGS, "How it came about", List.of(CHANNEL, URGENT)),
                new Dimension.Members(
                        DIAGNOSIS,
                        "Why they came",
                        new EntityName("diagnosis"),
                        List.of(CODE),
                        List.of(new Dimension.MemberAttribute(CHAPTER, ChangePolicy.VERSION)),
                        List.of(),
                        List.of()),
                new Dimension.Members(
                        new DimensionName("patient"),
                        "Who came",
                        new EntityName("patient"),
                        List.of(PATIENT_ID),
                        List.of(new Dimension.MemberAttribute(WARD, ChangePolicy.VERSION)),
                        List.of(),
                        List.of()));
    }

    /// Each charge is shared out among those who nursed.
    static Mart chargesByNurse() {
        return new FactMart(
                new MartName("charges_by_nurse"),
                "What was charged, by who nursed",
                new FactName("visit_made"),
                List.of(new Mart.Grouping.ByAttribute(column("nursed_by"), WARD.name())),
                List.of(new Mart.Aggregate(column("charge"), "sum(fact.charge * nursed_by__bridge.weight)", "EUR")));
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
                        new Role.OfDay(column("seen"), DATE, SEEN_AT, new Zone.Own(LABORATORY), SpecialMember.UNKNOWN),
                        new Role.OfBridge(
                                column("diagnosis"),
                                DIAGNOSIS,
                                column("diagnoses"),
                                List.of(CODE),
                                new Weight.Said(SHARE),
                                new KeyForm.Matching("d-[0-9]+"),
                                SpecialMember.NOT_APPLICABLE),
                        new Role.OfBridge(
                                column("nursed_by"),
                                new DimensionName("patient"),
                                column("nurses"),
                                List.of(PATIENT_ID),
                                new Weight.Equal(),
                                new KeyForm.Any(),
                                SpecialMember.UNKNOWN),
                        new Role.OfJunk(column("flags"), FLAGS, List.of(CHANNEL, URGENT)),
                        new Role.OfTime(
                                column("seen_time"),
                                MINUTES,
                                SEEN_AT,
                                Dimension.Step.MINUTE,
                                new Zone.Own(LABORATORY),
                                SpecialMember.NOT_APPLICABLE),
                        new Role.OfTime(
                                column("lab_hour"),
                                HOURS,
                                LAB_TIME,
                                Dimension.Step.HOUR,
                                new Zone.OfWarehouse(),
                                SpecialMember.UNKNOWN)),
                List.of(),
                List.of(new Measure(
                        CHARGE.name(), CHARGE.type(), Measure.Aggregation.SUM, new Measure.Source.Input(), "EUR", "")));
    }
}
