package dev.startide.app.docs;

import java.util.List;
import java.util.stream.Collectors;

/// Pieces of HTML. Whatever text is put in is escaped.
final class Html {

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<%s>%s</%s>".formatted(cell, text, cell))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    static String table(List<String> head, String rows) {
        return "<div class=\"wide\"><table>\n<thead>%s</thead>\n<tbody>\n%s</tbody></table></div>\n"
                .formatted(row("th", head), rows);
    }
}
