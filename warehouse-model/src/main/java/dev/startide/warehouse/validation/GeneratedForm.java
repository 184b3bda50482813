package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.CalendarDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.DimensionParts;
import dev.startide.warehouse.language.Part;
import java.util.Optional;
import java.util.function.Function;

/// How dimensions are written that show no entity: `date: { calendar: { from: 2020-01-01 } }`,
/// `clock: { time_of_day: { every: minute } }`, `order_flags: { junk: [channel, is_gift] }`.
final class GeneratedForm {

    private GeneratedForm() {}

    /// The dimension, if it is of one of these kinds.
    static Optional<DimensionDeclaration> read(Written name, PartReader dimension) {
        Optional<Node> calendar = dimension.node("calendar");
        if (calendar.isPresent()) {
            return Optional.of(read(
                    name, calendar.get(), DimensionParts.CALENDAR, dimension, part -> calendar(name, dimension, part)));
        }
        Optional<Node> times = dimension.node("time_of_day");
        if (times.isPresent()) {
            return Optional.of(read(
                    name,
                    times.get(),
                    DimensionParts.TIME_OF_DAY,
                    dimension,
                    part -> timeOfDay(name, dimension, part)));
        }
        return dimension
                .node("junk")
                .map(_ -> new DimensionDeclaration.Junk(name, dimension.text("description"), dimension.texts("junk")));
    }

    private static DimensionDeclaration read(
            Written name,
            Node node,
            Part part,
            PartReader dimension,
            Function<PartReader, DimensionDeclaration> readPart) {
        Optional<PartReader> reader = PartReader.of(node, part, dimension.issues());
        DimensionDeclaration read = reader.map(readPart).orElseGet(() -> new DimensionDeclaration.Unreadable(name));
        reader.ifPresent(PartReader::close);
        return read;
    }

    private static DimensionDeclaration calendar(Written name, PartReader dimension, PartReader calendar) {
        return new DimensionDeclaration.Calendar(
                name,
                dimension.text("description"),
                new CalendarDeclaration(
                        calendar.requiredText("from", "Write its first day, such as 'from: 2020-01-01'."),
                        calendar.text("years_ahead"),
                        calendar.text("fiscal_year_starts"),
                        calendar.text("holidays")));
    }

    private static DimensionDeclaration timeOfDay(Written name, PartReader dimension, PartReader times) {
        return new DimensionDeclaration.TimeOfDay(
                name,
                dimension.text("description"),
                times.requiredText("every", "Say how far its rows are apart: 'minute' or 'hour'."));
    }
}
