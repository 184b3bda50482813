package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.trace.MemberHistory;
import dev.startide.domain.trace.MemberHistory.Statement;
import dev.startide.domain.trace.MemberHistory.Version;
import dev.startide.warehouse.layout.MemberLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The history of a member, for people as a line of time, and for machines.
public record HistoryReport(MemberHistory history) {

    /// As wide as an instant in microseconds.
    private static final int TIME_WIDTH = 27;

    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(headline(), ""));
        Optional<Version> before = Optional.empty();
        for (Version version : history.versions()) {
            before.filter(earlier -> earlier.until().isBefore(version.from()))
                    .ifPresent(earlier -> lines.add(line(earlier.until(), "×  gone")));
            lines.addAll(lines(version, before));
            before = Optional.of(version);
        }
        lines.add(end(history.versions().getLast()));
        if (!history.statements().isEmpty()) {
            lines.add("");
            lines.addAll(statements().lines());
        }
        return lines;
    }

    public String asJson() {
        return Json.object(history, (json, member) -> {
            json.writeStringField("dimension", member.dimension().value());
            json.writeNumberField("durable_key", member.durableKey());
            json.writeStringField("standing", member.standing().name().toLowerCase(Locale.ROOT));
            Json.writeTexts(json, "natural_key", member.naturalKey());
            json.writeFieldName("versions");
            Json.writeArray(json, member.versions(), (fields, version) -> {
                fields.writeNumberField("version", version.number());
                fields.writeNumberField("key", version.key());
                fields.writeStringField("valid_from", version.from().toString());
                fields.writeStringField("valid_to", version.until().toString());
                Json.writeTexts(fields, "attributes", version.attributes());
            });
            json.writeFieldName("statements");
            Json.writeArray(json, member.statements(), (fields, statement) -> {
                fields.writeStringField("at", statement.at().toString());
                fields.writeNumberField("sequence", statement.sequence());
                fields.writeStringField("event", TraceReport.place(statement.event()));
                fields.writeStringField("kind", statement.kind().name().toLowerCase(Locale.ROOT));
                Json.writeTexts(fields, "said", statement.said());
            });
        });
    }

    private String headline() {
        String standing = switch (history.standing()) {
            case STATED -> "";
            case INFERRED -> "; inferred: another row names it, and no event has told of it";
            case SPECIAL -> "; stands for a member that is not known";
        };
        int versions = history.versions().size();
        return "%s %s: %d version%s, durable key %d%s"
                .formatted(
                        history.dimension(),
                        String.join(",", history.naturalKey().values()),
                        versions,
                        versions == 1 ? "" : "s",
                        history.durableKey(),
                        standing)
                .replace(" :", ":");
    }

    /// All attributes of the first version, and of each other one what is different.
    private static List<String> lines(Version version, Optional<Version> before) {
        List<String> lines = new ArrayList<>();
        lines.add(line(version.from(), "●  version %d, key %d".formatted(version.number(), version.key())));
        Map<String, String> known = before.map(Version::attributes).orElse(Map.of());
        Map<String, String> all = new LinkedHashMap<>(known);
        all.putAll(version.attributes());
        all.keySet().forEach(name -> {
            String now = version.attributes().getOrDefault(name, "(none)");
            String then = before.isEmpty() ? now : known.getOrDefault(name, "(none)");
            if (before.isEmpty() || !now.equals(then)) {
                String was = before.isEmpty() ? "" : "  (was %s)".formatted(then);
                lines.add(" ".repeat(TIME_WIDTH) + "  │    %s: %s%s".formatted(name, now, was));
            }
        });
        return lines;
    }

    private static String line(Instant at, String what) {
        String time = at.equals(MemberLayout.OPEN_START) ? "from the beginning" : at.toString();
        return time + " ".repeat(TIME_WIDTH - time.length()) + "  " + what;
    }

    private static String end(Version last) {
        return last.until().equals(MemberLayout.OPEN_END)
                ? "until now" + " ".repeat(TIME_WIDTH - "until now".length()) + "  ▼"
                : line(last.until(), "×  gone");
    }

    private TextTable statements() {
        TextTable table = new TextTable("event time", "sequence", "event", "said");
        for (Statement statement : history.statements()) {
            table.row(
                    statement.at().toString(),
                    Long.toString(statement.sequence()),
                    TraceReport.place(statement.event()),
                    statement.kind() == ChangeKind.GONE ? "gone" : said(statement));
        }
        return table;
    }

    private static String said(Statement statement) {
        return statement.said().entrySet().stream()
                .map(entry -> "%s=%s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
