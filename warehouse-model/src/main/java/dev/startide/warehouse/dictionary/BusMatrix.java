package dev.startide.warehouse.dictionary;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which fact has which dimensions, and in which roles.
///
/// @param dimensions the columns, in the order of the model
/// @param rows one for each fact, in the order of the model
public record BusMatrix(List<DimensionName> dimensions, List<Row> rows) {

    public BusMatrix {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
    }

    /// A fact.
    ///
    /// @param roles those of each dimension that it has
    public record Row(FactName fact, Map<DimensionName, List<ColumnName>> roles) {
        public Row {
            roles = Map.copyOf(roles);
        }

        /// The roles of a dimension; none if the fact does not have it.
        public List<ColumnName> in(DimensionName dimension) {
            return roles.getOrDefault(dimension, List.of());
        }
    }

    /// The matrix of a model.
    public static BusMatrix of(WarehouseModel model) {
        return new BusMatrix(
                model.dimensions().stream().map(Dimension::name).toList(),
                model.facts().stream().map(BusMatrix::row).toList());
    }

    private static Row row(Fact fact) {
        Map<DimensionName, List<ColumnName>> roles = new HashMap<>();
        for (Role role : fact.roles()) {
            add(role.dimension(), role.name(), roles);
            if (role instanceof Role.OfMember member) {
                member.combinations().forEach(combination -> add(combination.dimension(), combination.name(), roles));
            }
        }
        return new Row(fact.name(), roles);
    }

    private static void add(DimensionName dimension, ColumnName role, Map<DimensionName, List<ColumnName>> roles) {
        roles.computeIfAbsent(dimension, _ -> new ArrayList<>()).add(role);
    }
}
