package dev.startide.warehouse.layout;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.Remembering;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.CombinedMart;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.KeyPermanence;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.MiniDimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All layouts of a model, in the order in which their tables are written: referred-to tables
/// first.
///
/// @param schemas where the tables are
public record WarehouseLayout(
        WarehouseModel model,
        Schemas schemas,
        List<EntityLayout> entities,
        List<ChangeLayout> changes,
        List<AliasLayout> aliases,
        List<CalendarLayout> calendars,
        List<TimeOfDayLayout> timesOfDay,
        List<JunkLayout> junk,
        List<MemberLayout> members,
        List<FactLayout> facts,
        List<FactMemory> memories,
        List<FactHorizon> horizons,
        List<View> marts) {

    public WarehouseLayout {
        entities = List.copyOf(entities);
        changes = List.copyOf(changes);
        aliases = List.copyOf(aliases);
        calendars = List.copyOf(calendars);
        timesOfDay = List.copyOf(timesOfDay);
        junk = List.copyOf(junk);
        members = List.copyOf(members);
        facts = List.copyOf(facts);
        memories = List.copyOf(memories);
        horizons = List.copyOf(horizons);
        marts = List.copyOf(marts);
    }

    /// What is kept of a fact beside its table; nothing of most.
    public Optional<FactMemory> memoryOf(FactName fact) {
        return memories.stream()
                .filter(memory -> memory.fact().name().equals(fact))
                .findFirst();
    }

    /// How far the periods of a fact have been filled; only periodic facts have that.
    public Optional<FactHorizon> horizonOf(FactName fact) {
        return horizons.stream()
                .filter(horizon -> horizon.fact().name().equals(fact))
                .findFirst();
    }

    /// The keys that individuals of an entity have had; of most entities keys never change.
    public Optional<AliasLayout> aliasesOf(EntityName entity) {
        return aliases.stream()
                .filter(layout -> layout.entity().name().equals(entity))
                .findFirst();
    }

    /// The combinations of mini-dimensions, which have rows for members that are not known.
    public List<JunkLayout> minis() {
        Set<DimensionName> names = members.stream()
                .flatMap(layout -> layout.dimension().minis().stream())
                .map(MiniDimension::name)
                .collect(Collectors.toSet());
        return junk.stream()
                .filter(layout -> names.contains(layout.dimension().name()))
                .toList();
    }

    /// The layout of the live warehouse.
    public static WarehouseLayout of(WarehouseModel model) {
        return of(model, Schemas.LIVE);
    }

    /// The same tables in other schemas.
    public WarehouseLayout in(Schemas others) {
        return of(model, others);
    }

    private static WarehouseLayout of(WarehouseModel model, Schemas schemas) {
        List<CalendarLayout> calendars = new ArrayList<>();
        List<TimeOfDayLayout> timesOfDay = new ArrayList<>();
        List<JunkLayout> junk = new ArrayList<>();
        List<MemberLayout> members = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            switch (dimension) {
                case Dimension.Calendar calendar -> calendars.add(CalendarLayout.of(calendar, schemas));
                case Dimension.TimeOfDay times -> timesOfDay.add(TimeOfDayLayout.of(times, schemas));
                case Dimension.Junk flags -> junk.add(JunkLayout.of(flags, schemas));
                case Dimension.Members withMembers -> {
                    members.add(MemberLayout.of(withMembers, schemas));
                    withMembers
                            .minis()
                            .forEach(mini -> members.add(MemberLayout.of(mini.trailOf(withMembers), schemas)));
                }
            }
        }
        List<FactLayout> facts =
                model.facts().stream().map(fact -> FactLayout.of(fact, schemas)).toList();
        return new WarehouseLayout(
                model,
                schemas,
                model.entities().stream()
                        .map(entity -> EntityLayout.of(entity, model::entity, schemas))
                        .toList(),
                changes(model, schemas),
                aliases(model, schemas),
                calendars,
                timesOfDay,
                junk,
                members,
                facts,
                model.facts().stream()
                        .flatMap(fact -> FactMemory.of(fact, model, schemas).stream())
                        .toList(),
                model.facts().stream()
                        .flatMap(fact -> FactHorizon.of(fact, schemas).stream())
                        .toList(),
                marts(model, schemas, facts, members));
    }

    /// The schema that the model wants.
    public WarehouseSchema schema() {
        List<Table> tables = new ArrayList<>();
        entities.forEach(layout -> tables.add(layout.table()));
        changes.forEach(layout -> tables.add(layout.table()));
        aliases.forEach(layout -> tables.add(layout.table()));
        calendars.forEach(layout -> tables.add(layout.table()));
        timesOfDay.forEach(layout -> tables.add(layout.table()));
        junk.forEach(layout -> tables.add(layout.table()));
        members.forEach(layout -> tables.add(layout.table()));
        tables.replaceAll(table -> table.keeping(model.integrity().general()));
        facts.forEach(layout -> tables.add(layout.table().keeping(integrityOf(layout))));
        facts.forEach(layout ->
                layout.bridges().forEach(bridge -> tables.add(bridge.table().keeping(integrityOf(layout)))));
        memories.forEach(memory -> tables.add(memory.table()));
        horizons.forEach(horizon -> tables.add(horizon.table()));
        return new WarehouseSchema(tables, marts, remembering(), List.of());
    }

    /// First and previous values of members, what they had of mini-dimensions, and the members of rows
    /// in bridges. Of all else rows say truly that nothing is known of the time before.
    private List<Remembering> remembering() {
        Stream<Remembering> columns = members.stream().flatMap(MemberLayout::remembering);
        Stream<Remembering> bridges = facts.stream()
                .flatMap(fact -> fact.bridges().stream()
                        .map(bridge -> new Remembering.InTable(
                                bridge.table().name(), fact.table().name())));
        return Stream.of(columns, trails(), bridges).flatMap(part -> part).toList();
    }

    private Stream<Remembering> trails() {
        return members.stream()
                .map(MemberLayout::dimension)
                .flatMap(dimension -> dimension.minis().stream()
                        .map(mini -> new Remembering.InTable(
                                MemberLayout.tableOf(mini.trailName(), schemas.star()),
                                MemberLayout.tableOf(dimension.name(), schemas.star()))));
    }

    private Enforcement integrityOf(FactLayout fact) {
        return model.integrity().of(fact.fact().name());
    }

    /// Only entities that a dimension shows need their changes kept.
    private static List<ChangeLayout> changes(WarehouseModel model, Schemas schemas) {
        Set<EntityName> withHistory = model.dimensions().stream()
                .filter(Dimension.Members.class::isInstance)
                .map(Dimension.Members.class::cast)
                .map(Dimension.Members::of)
                .collect(Collectors.toSet());
        return model.entities().stream()
                .filter(entity -> withHistory.contains(entity.name()))
                .map(entity -> ChangeLayout.of(entity, schemas))
                .toList();
    }

    private static List<AliasLayout> aliases(WarehouseModel model, Schemas schemas) {
        return model.entities().stream()
                .flatMap(entity -> switch (entity.permanence()) {
                    case KeyPermanence.Lasting() -> Stream.empty();
                    case KeyPermanence.Changing changing -> Stream.of(AliasLayout.of(entity, changing, schemas));
                })
                .toList();
    }

    private static List<View> marts(
            WarehouseModel model, Schemas schemas, List<FactLayout> facts, List<MemberLayout> members) {
        Map<DimensionName, Table> dimensions = new HashMap<>();
        model.dimensions()
                .forEach(dimension -> dimensions.put(dimension.name(), MemberLayout.tableOf(dimension, schemas)));
        Map<DimensionName, MemberLayout> referring = new HashMap<>();
        members.forEach(layout -> referring.put(layout.dimension().name(), layout));
        Stream<View> ofFacts = facts.stream()
                .flatMap(fact -> marts(model, FactMart.class)
                        .filter(mart -> mart.fact().equals(fact.fact().name()))
                        .map(mart -> MartLayout.of(mart, fact, dimensions, referring, schemas)));
        Stream<View> combined = marts(model, CombinedMart.class)
                .map(mart -> CombinedMartLayout.of(mart, facts, dimensions, referring, schemas));
        return Stream.concat(ofFacts, combined).toList();
    }

    private static <T extends Mart> Stream<T> marts(WarehouseModel model, Class<T> kind) {
        return model.marts().stream().filter(kind::isInstance).map(kind::cast);
    }
}
