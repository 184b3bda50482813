package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// A column of a dimension's table that shows an attribute of its members.
///
/// @param column its name and type
/// @param attribute the attribute that it shows
public record MemberColumn(Attribute column, ColumnName attribute, Shown shown) {

    private static final String PREVIOUS = "previous_";
    private static final String CURRENT = "current_";

    /// The columns that show an attribute, with the attribute's own name first.
    public static List<MemberColumn> of(Dimension.MemberAttribute attribute) {
        return switch (attribute.onChange()) {
            case KEEP_FIRST -> List.of(plain(attribute, Shown.FIRST));
            case OVERWRITE -> List.of(plain(attribute, Shown.LATEST));
            case VERSION -> List.of(plain(attribute, Shown.VALID));
            case KEEP_PREVIOUS ->
                List.of(
                        plain(attribute, Shown.LATEST),
                        beside(attribute, PREVIOUS, Shown.PREVIOUS, "before its last change"));
            case VERSION_AND_LATEST ->
                List.of(plain(attribute, Shown.VALID), beside(attribute, CURRENT, Shown.LATEST, "as it is now"));
        };
    }

    /// What the second column of an attribute that has two would be called.
    public static String besideOf(Dimension.MemberAttribute attribute) {
        return (attribute.onChange() == ChangePolicy.KEEP_PREVIOUS ? PREVIOUS : CURRENT) + attribute.name();
    }

    public ColumnName name() {
        return column.name();
    }

    private static MemberColumn plain(Dimension.MemberAttribute attribute, Shown shown) {
        return new MemberColumn(attribute.attribute(), attribute.name(), shown);
    }

    private static MemberColumn beside(Dimension.MemberAttribute attribute, String prefix, Shown shown, String what) {
        Attribute shownBeside = attribute.attribute();
        String subject = shownBeside.description().isEmpty() ? attribute.name().value() : shownBeside.description();
        return new MemberColumn(
                new Attribute(
                        new ColumnName(prefix + attribute.name()),
                        shownBeside.type(),
                        "%s, %s".formatted(subject, what)),
                attribute.name(),
                shown);
    }
}
