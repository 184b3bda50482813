package dev.startide.domain.timeline;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.star.Shown;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Computes the history of a member: the specification of slowly changing dimensions.
///
/// The history is a function of the *set* of statements. They are taken in their total order; what
/// was said at one instant counts as a whole, as of its last statement. Attributes that a statement
/// does not speak of stay as they are.
///
/// * `FIRST`: the first value ever said that is not null, in all versions;
/// * `LATEST`: the last value said, in all versions;
/// * `VALID`: another value begins a version at the instant of the change;
/// * `PREVIOUS`: the value that the column before it had before its last change, in all versions.
///
/// A member that is said to be gone is gone from that instant on, as a version of its own, until
/// something is said of it again; its attributes stay as they are.
///
/// The first version is open to the past: before we heard of a member, it was as we first heard of
/// it, and there.
public final class History {

    private static final Comparator<Statement> IN_ORDER = Comparator.comparing(Statement::order);

    private History() {}

    /// The versions of a member of whom all this was said, at least one, in the order of time.
    ///
    /// @param columns which value each column shows
    /// @param statements at least one, in any order, possibly doubled
    public static List<Version> of(List<Shown> columns, Collection<Statement> statements) {
        TreeMap<ChangeOrder, Statement> inOrder = new TreeMap<>();
        statements.forEach(statement -> inOrder.put(statement.order(), statement));
        return tell(new Telling(columns), inOrder.values());
    }

    /// The versions of a member whose history goes on: the same as [#of] with all statements since
    /// the beginning.
    ///
    /// @param known the versions so far, at least one
    /// @param later statements of instants after every statement that made the known versions
    public static List<Version> goOn(List<Shown> columns, List<Version> known, Collection<Statement> later) {
        return tell(new Telling(columns, known), later.stream().sorted(IN_ORDER).toList());
    }

    private static List<Version> tell(Telling telling, Collection<Statement> inOrder) {
        for (Statement statement : inOrder) {
            telling.hear(statement);
        }
        return telling.versions();
    }

    static boolean isSaid(@Nullable Object value) {
        return value != Unsaid.UNSAID;
    }
}
