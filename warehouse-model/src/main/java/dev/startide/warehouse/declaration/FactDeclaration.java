package dev.startide.warehouse.declaration;

import java.util.List;

/// A fact as it was written.
///
/// @param from the events that feed it; empty where all events of its entity do
/// @param foreignKeys nothing where it does not differ from the model
public record FactDeclaration(
        Written name,
        Written description,
        Written of,
        List<Written> from,
        List<Written> grain,
        Written time,
        Section<RoleDeclaration> roles,
        List<Written> degenerate,
        Section<MeasureDeclaration> measures,
        KindDeclaration kind,
        Written foreignKeys) {

    public FactDeclaration {
        from = List.copyOf(from);
        grain = List.copyOf(grain);
        degenerate = List.copyOf(degenerate);
    }

    /// Which kind of fact it is.
    ///
    /// @param name nothing where it is a transaction fact
    /// @param changes nothing where its rows are updated
    /// @param every how long a period is; nothing where it has none
    /// @param since the first day whose period is shown; nothing where all are
    public record KindDeclaration(
            Written name, List<Written> milestones, Written changes, Written every, Written since) {
        public KindDeclaration {
            milestones = List.copyOf(milestones);
        }
    }

    /// The part that a dimension plays.
    ///
    /// @param dimension the same as `name` in the short form
    /// @param missing which special member stands where nothing is said
    /// @param pattern what its keys look like
    /// @param timeZone which day, or time of day, an instant is
    /// @param each the list whose elements hold the keys
    /// @param weight the field of an element that says how much of the fact it stands for
    public record RoleDeclaration(
            Written name,
            Written dimension,
            List<Written> key,
            Written missing,
            Written pattern,
            Written timeZone,
            Written each,
            Written weight) {

        public RoleDeclaration {
            key = List.copyOf(key);
        }
    }

    /// A measure.
    ///
    /// @param sql nothing where the field of the same name is measured
    /// @param additive `true`, `false`, or nothing
    /// @param notOver the roles not to sum over; empty where `additive` is written
    public record MeasureDeclaration(
            Written name,
            Written sql,
            Written type,
            Written aggregation,
            Written unit,
            Written description,
            Written additive,
            List<Written> notOver) {
        public MeasureDeclaration {
            notOver = List.copyOf(notOver);
        }
    }
}
