package dev.startide.app.docs;

import static dev.startide.app.docs.Html.escape;

import dev.startide.warehouse.star.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Entities and what they refer to, as SVG: those that are referred to stand left of those that refer
/// to them.
final class EntityPicture {

    private static final int BOX = 170;
    private static final int COLUMN = 250;
    private static final int ROW = 62;
    private static final int HALF = 21;

    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, int[]> places = new HashMap<>();

    private EntityPicture() {}

    /// @param entities each after those that it refers to, as a model has them
    static String of(List<Entity> entities) {
        return new EntityPicture().draw(entities);
    }

    private String draw(List<Entity> entities) {
        List<Integer> heights = new ArrayList<>();
        for (Entity entity : entities) {
            int column = 1
                    + entity.references().stream()
                            .mapToInt(reference ->
                                    columns.getOrDefault(reference.target().value(), -1))
                            .max()
                            .orElse(-1);
            columns.put(entity.name().value(), column);
            while (heights.size() <= column) {
                heights.add(0);
            }
            int row = heights.get(column);
            heights.set(column, row + 1);
            places.put(entity.name().value(), new int[] {10 + column * COLUMN, 10 + HALF + row * ROW});
        }
        int width = heights.size() * COLUMN - (COLUMN - BOX) + 20;
        int height = heights.stream().max(Integer::compare).orElse(0) * ROW + 20;
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" style=\"max-width:%dpx\" role=\"img\" aria-label=\"entities\">\n"
                        .formatted(width, height, width));
        entities.forEach(entity -> entity.references()
                .forEach(reference -> svg.append(
                        link(entity.name().value(), reference.target().value()))));
        entities.forEach(entity -> svg.append(box(entity)));
        return svg.append("</svg>\n").toString();
    }

    private String link(String from, String to) {
        int[] begin = places.get(from);
        int[] end = places.get(to);
        if (begin == null || end == null || from.equals(to)) {
            return "";
        }
        int middle = (begin[0] + end[0] + BOX) / 2;
        return "<path class=\"link\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
                .formatted(begin[0], begin[1], middle, begin[1], middle, end[1], end[0] + BOX, end[1]);
    }

    private String box(Entity entity) {
        int[] place = places.getOrDefault(entity.name().value(), new int[] {0, 0});
        String name = escape(entity.name().value());
        return "<a href=\"#entity-%s\"><rect class=\"entity\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/><text class=\"name\" x=\"%d\" y=\"%d\">%s</text></a>\n"
                .formatted(name, place[0], place[1] - HALF, BOX, 2 * HALF, place[0] + BOX / 2, place[1] + 5, name);
    }
}
