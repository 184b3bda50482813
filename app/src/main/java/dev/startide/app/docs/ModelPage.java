package dev.startide.app.docs;

import static dev.startide.app.docs.Html.escape;
import static java.util.stream.Collectors.joining;

import dev.startide.warehouse.dictionary.BusMatrix;
import dev.startide.warehouse.dictionary.Dictionary;
import dev.startide.warehouse.dictionary.Dictionary.Entry;
import dev.startide.warehouse.dictionary.Dictionary.Explained;
import dev.startide.warehouse.dictionary.Dictionary.Kind;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The documentation of a warehouse: one page that needs nothing beside it, and no script.
public final class ModelPage {

    private final Dictionary dictionary;
    private final BusMatrix matrix;

    private ModelPage(WarehouseLayout layout) {
        this.dictionary = Dictionary.of(layout);
        this.matrix = BusMatrix.of(layout.model());
    }

    /// The page.
    public static String of(WarehouseLayout layout) {
        return new ModelPage(layout).page();
    }

    private String page() {
        String name = escape(dictionary.model().name());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><style>
                %s</style></head><body>
                <nav><h1><a href="#top">%s</a></h1>
                %s</nav>
                <main id="top"><h2>%s</h2><p class="lead">%s</p>
                %s%s%s%s</main></body></html>
                """.formatted(
                        name,
                        style(),
                        name,
                        navigation(),
                        name,
                        escape(dictionary.model().description()),
                        facts(),
                        busMatrix(),
                        entities(),
                        tables());
    }

    private String navigation() {
        StringBuilder html =
                new StringBuilder("<a href=\"#matrix\">Bus matrix</a><a href=\"#entities\">Entities</a>\n");
        for (Kind kind : Kind.values()) {
            List<Entry> entries = entries(kind);
            if (!entries.isEmpty()) {
                html.append("<h3>%s</h3>\n".formatted(plural(kind)));
                entries.forEach(entry -> html.append("<a href=\"#%s\">%s</a>\n"
                        .formatted(anchor(entry), escape(entry.name().name()))));
            }
        }
        return html.toString();
    }

    private String facts() {
        StringBuilder html = new StringBuilder();
        for (Fact fact : dictionary.model().facts()) {
            html.append("<section><h3><a href=\"#fact-%s\">%s</a></h3><p>%s</p>%s</section>\n"
                    .formatted(
                            escape(fact.name().value()),
                            escape(fact.name().value()),
                            escape(fact.description()),
                            StarPicture.of(fact)));
        }
        return html.toString();
    }

    private String busMatrix() {
        List<String> head = new ArrayList<>(List.of("Fact"));
        matrix.dimensions().forEach(dimension -> head.add(link("dimension", dimension.value())));
        String rows = matrix.rows().stream().map(this::row).collect(joining());
        return "<section id=\"matrix\"><h2>Bus matrix</h2><p>Which fact can be grouped by which dimension, and in which roles.</p>%s</section>\n"
                .formatted(Html.table(head, rows));
    }

    private String row(BusMatrix.Row row) {
        List<String> cells = new ArrayList<>(List.of(link("fact", row.fact().value())));
        for (DimensionName dimension : matrix.dimensions()) {
            cells.add(row.in(dimension).stream()
                    .map(role -> role.value().equals(dimension.value()) ? "●" : escape(role.value()))
                    .collect(joining(", ")));
        }
        return Html.row("td", cells);
    }

    private String entities() {
        return "<section id=\"entities\"><h2>Entities</h2><p>The normalized tables, and what they refer to.</p>%s</section>\n"
                .formatted(EntityPicture.of(dictionary.model().entities()));
    }

    private String tables() {
        StringBuilder html = new StringBuilder();
        for (Kind kind : Kind.values()) {
            List<Entry> entries = entries(kind);
            if (!entries.isEmpty()) {
                html.append("<h2>%s</h2>\n".formatted(plural(kind)));
                entries.forEach(entry -> html.append(table(entry)));
            }
        }
        return html.toString();
    }

    private static String table(Entry entry) {
        String rows = entry.columns().stream().map(ModelPage::column).collect(joining());
        return "<section id=\"%s\"><h3>%s <small>%s</small></h3><p>%s</p>%s</section>\n"
                .formatted(
                        anchor(entry),
                        escape(entry.name().name()),
                        escape(entry.name().schema()),
                        escape(entry.description()),
                        Html.table(List.of("Column", "Type", "Meaning", "Comes from"), rows));
    }

    private static String column(Explained column) {
        String origins = column.origins().stream()
                .map(origin -> "<span class=\"origin\">%s</span>".formatted(escape(origin)))
                .collect(joining(" "));
        return Html.row(
                "td",
                List.of(
                        "<code>%s</code>".formatted(escape(column.name())),
                        escape(column.type()),
                        escape(column.description()),
                        origins));
    }

    private List<Entry> entries(Kind kind) {
        return dictionary.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private static String plural(Kind kind) {
        return switch (kind) {
            case FACT -> "Facts";
            case DIMENSION -> "Dimensions";
            case MART -> "Marts";
            case ENTITY -> "Entities";
        };
    }

    private static String anchor(Entry entry) {
        return "%s-%s"
                .formatted(
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        escape(entry.name().name()));
    }

    private static String link(String kind, String name) {
        return "<a href=\"#%s-%s\">%s</a>".formatted(kind, escape(name), escape(name));
    }

    private static String style() {
        try (InputStream css = ModelPage.class.getResourceAsStream("style.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The build left out style.css", unreadable);
        }
    }
}
