package dev.startide.app.report;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was found by looking at the surroundings, for people and for machines.
public record DiagnosisReport(List<Diagnosis> diagnoses) {

    private static final int WIDTH = Severity.UNREACHABLE.name().length();

    public DiagnosisReport {
        diagnoses = List.copyOf(diagnoses);
    }

    /// The worst of all; fine if nothing was looked at.
    public Severity worst() {
        return diagnoses.stream().map(Diagnosis::severity).reduce(Severity.FINE, DiagnosisReport::worse);
    }

    /// A line for each, and one for what to do about it.
    ///
    /// @param least the least severe ones to show
    public List<String> lines(Severity least) {
        List<String> lines = new ArrayList<>();
        diagnoses.stream().filter(each -> each.severity().compareTo(least) >= 0).forEach(each -> {
            lines.add("%s  %s: %s".formatted(word(each), each.place(), each.says()));
            if (!each.remedy().isEmpty()) {
                lines.add("%s  -> %s".formatted(" ".repeat(WIDTH), each.remedy()));
            }
        });
        return lines;
    }

    /// One sentence about the whole.
    public String summary() {
        return "Looked at %d things: %d errors, %d warnings, %d unreachable."
                .formatted(
                        diagnoses.size(), count(Severity.ERROR), count(Severity.WARNING), count(Severity.UNREACHABLE));
    }

    public String asJson() {
        return Json.object(this, (json, report) -> {
            json.writeStringField("worst", report.worst().name());
            json.writeFieldName("diagnoses");
            Json.writeArray(json, report.diagnoses(), (fields, each) -> {
                fields.writeStringField("place", each.place());
                fields.writeStringField("severity", each.severity().name());
                fields.writeStringField("says", each.says());
                fields.writeStringField("remedy", each.remedy());
            });
        });
    }

    private long count(Severity severity) {
        return diagnoses.stream().filter(each -> each.severity() == severity).count();
    }

    private static String word(Diagnosis diagnosis) {
        String word = diagnosis.severity().name().toLowerCase(Locale.ROOT);
        return word + " ".repeat(WIDTH - word.length());
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
