package dev.startide.warehouse.declaration;

/// A whole model as it was written.
public record ModelDeclaration(
        Written name,
        Written description,
        Written timeZone,
        Written foreignKeys,
        Section<SourceDeclaration> sources,
        Section<EventDeclaration> events,
        Section<EntityDeclaration> entities,
        Section<DimensionDeclaration> dimensions,
        Section<FactDeclaration> facts,
        Section<MartDeclaration> marts,
        Section<TestDeclaration> tests) {}
