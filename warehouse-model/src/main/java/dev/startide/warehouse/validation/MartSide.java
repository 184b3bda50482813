package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration.SideDeclaration;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.Mart.Aggregate;
import dev.startide.warehouse.star.Mart.Grouping;
import dev.startide.warehouse.star.Mart.History;
import dev.startide.warehouse.star.MartName;
import java.util.ArrayList;
import java.util.List;

/// One of the facts of a combined mart, while it is being read.
///
/// @param groupings what is found of them so far
/// @param aggregates what is found of them so far
record MartSide(SideDeclaration declared, FactDraft draft, List<Grouping> groupings, List<Aggregate> aggregates) {

    MartSide(SideDeclaration declared, FactDraft draft) {
        this(declared, draft, new ArrayList<>(), new ArrayList<>());
    }

    String fact() {
        return declared.fact().text();
    }

    FactMart asMart(MartName name, History history) {
        return new FactMart(name, "", draft.fact().name(), groupings, aggregates, history);
    }
}
