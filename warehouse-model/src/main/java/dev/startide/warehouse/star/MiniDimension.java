package dev.startide.warehouse.star;

import java.util.List;

/// Attributes of a dimension that change too often for versions of it, kept apart: one row for each
/// combination of their values. A fact has the key of the combination that its member had at the
/// event time, beside the key of the member's version.
///
/// Which combination a member had when is its *trail*: a dimension of its own, of the same members,
/// with a version for each combination.
///
/// @param attributes what changes often, at least one
public record MiniDimension(DimensionName name, List<Attribute> attributes) {

    /// Comes after the name of a mini-dimension in the name of its trail. Names of models have no
    /// double underscore.
    public static final String TRAIL = "__trail";

    public MiniDimension {
        attributes = List.copyOf(attributes);
    }

    /// The combinations, as a dimension.
    public Dimension.Junk combinations() {
        return new Dimension.Junk(name, "What members had at one time: one row for each combination", attributes);
    }

    /// Whether a dimension says what members had of a mini-dimension.
    public static boolean isTrail(DimensionName dimension) {
        return dimension.value().endsWith(TRAIL);
    }

    public DimensionName trailName() {
        return new DimensionName(name + TRAIL);
    }

    /// Which combination each member had when. What a member was when it went counts on, so that no
    /// fact loses its combination.
    ///
    /// @param members the dimension whose attributes they are
    public Dimension.Members trailOf(Dimension.Members members) {
        return new Dimension.Members(
                trailName(),
                "Which %s each %s had when".formatted(name, members.name()),
                members.of(),
                members.naturalKey(),
                attributes.stream()
                        .map(attribute -> new Dimension.MemberAttribute(attribute, ChangePolicy.VERSION))
                        .toList(),
                List.of(),
                List.of(),
                Deletes.IGNORE);
    }
}
