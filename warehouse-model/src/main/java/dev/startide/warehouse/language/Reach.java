package dev.startide.warehouse.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// Which parts lie inside of which.
final class Reach {

    private final SequencedSet<Part> found = new LinkedHashSet<>();

    private Reach() {}

    static List<Part> of(Part part) {
        Reach reach = new Reach();
        reach.add(part);
        return List.copyOf(reach.found);
    }

    private void add(Part part) {
        if (found.add(part)) {
            part.keys().stream().flatMap(key -> inside(key.shape())).forEach(this::add);
        }
    }

    private static Stream<Part> inside(Shape shape) {
        return switch (shape) {
            case Shape.Group(var part) -> Stream.of(part);
            case Shape.Fields(var part) -> Stream.of(part);
            case Shape.Kinds(var part) -> Stream.of(part, SourceParts.OPTIONS);
            case Shape.ByName(var each) -> inside(each);
            case Shape.ByText(var each) -> inside(each);
            case Shape.ListOf(var each) -> inside(each);
            case Shape.Either(var forms) -> forms.stream().flatMap(Reach::inside);
            case Shape.Text _,
                    Shape.Words _,
                    Shape.Flag _,
                    Shape.Whole _,
                    Shape.Numbers _,
                    Shape.Day _,
                    Shape.Type _,
                    Shape.OneOrMore _,
                    Shape.Anything _ -> Stream.empty();
        };
    }
}
