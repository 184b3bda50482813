package dev.startide.app.docs;

import static dev.startide.app.docs.Html.escape;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A fact with its dimensions around it, as SVG.
final class StarPicture {

    private static final int WIDTH = 760;
    private static final int BOX = 170;
    private static final int ROW = 64;
    private static final int CENTRE = 220;
    private static final int LINE = 17;

    private StarPicture() {}

    /// What a fact points at, and in which role.
    private record Point(ColumnName role, DimensionName dimension) {

        /// A role, and what its members had of mini-dimensions.
        static Stream<Point> of(Role role) {
            Stream<Point> own = Stream.of(new Point(role.name(), role.dimension()));
            return role instanceof Role.OfMember member
                    ? Stream.concat(
                            own,
                            member.combinations().stream()
                                    .map(combination -> new Point(combination.name(), combination.dimension())))
                    : own;
        }
    }

    static String of(Fact fact) {
        List<Point> roles = fact.roles().stream().flatMap(Point::of).toList();
        int rows = (roles.size() + 1) / 2;
        List<String> lines = lines(fact);
        int height = Math.max(rows * ROW, lines.size() * LINE + 40) + 20;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s and its dimensions\">\n"
                .formatted(WIDTH, height, escape(fact.name().value())));
        int boxHeight = lines.size() * LINE + 40;
        for (int index = 0; index < roles.size(); index++) {
            int onSide = index % 2 == 0 ? rows : roles.size() - rows;
            int y = 10 + (height - 20) * (2 * (index / 2) + 1) / (2 * onSide);
            boolean isLeft = index % 2 == 0;
            svg.append(role(roles.get(index), isLeft ? 10 : WIDTH - BOX - 10, y, isLeft, height / 2));
        }
        int left = (WIDTH - CENTRE) / 2;
        int top = (height - boxHeight) / 2;
        svg.append("<rect class=\"fact\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n"
                .formatted(left, top, CENTRE, boxHeight));
        svg.append(text("name", WIDTH / 2, top + 24, fact.name().value()));
        for (int index = 0; index < lines.size(); index++) {
            svg.append(text("line", WIDTH / 2, top + 46 + index * LINE, lines.get(index)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<String> lines(Fact fact) {
        List<String> lines = new ArrayList<>();
        for (Measure measure : fact.measures()) {
            String unit = measure.unit().isEmpty() ? "" : " [%s]".formatted(measure.unit());
            lines.add("%s %s%s".formatted(measure.aggregation().name().toLowerCase(Locale.ROOT), measure.name(), unit));
        }
        return lines;
    }

    private static String role(Point point, int x, int y, boolean isLeft, int middle) {
        int from = isLeft ? x + BOX : x;
        int to = isLeft ? (WIDTH - CENTRE) / 2 : (WIDTH + CENTRE) / 2;
        String name = point.role().value();
        String dimension = point.dimension().value();
        String line = "<path class=\"link\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
                .formatted(from, y, (from + to) / 2, y, (from + to) / 2, middle, to, middle);
        String box =
                "<a href=\"#dimension-%s\"><rect class=\"dimension\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"44\" rx=\"8\"/>\n"
                        .formatted(escape(dimension), x, y - 22, BOX);
        String words = name.equals(dimension)
                ? text("name", x + BOX / 2, y + 5, name)
                : text("name", x + BOX / 2, y - 2, name) + text("line", x + BOX / 2, y + 15, "is a " + dimension);
        return line + box + words + "</a>\n";
    }

    private static String text(String kind, int x, int y, String text) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, escape(text));
    }
}
