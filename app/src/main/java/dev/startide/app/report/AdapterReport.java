package dev.startide.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.app.terminal.TextTable;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.FiniteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;

/// A kind of source that there is an adapter for.
///
/// @param reading whether it is read until somebody says stop, or to its end
/// @param options what a model may tell it, in alphabetical order
/// @param jar the file that the adapter came in
public record AdapterReport(String kind, Reading reading, List<String> options, String jar) {

    public AdapterReport {
        options = List.copyOf(options);
    }

    /// How a source is read.
    public enum Reading {
        CONTINUOUSLY("continuously, by run"),
        TO_ITS_END("to its end, by ingest");

        private final String words;

        Reading(String words) {
            this.words = words;
        }
    }

    public static AdapterReport of(EventSource adapter) {
        return of(adapter.kind(), Reading.CONTINUOUSLY, adapter.options(), adapter.getClass());
    }

    public static AdapterReport of(FiniteSource adapter) {
        return of(adapter.kind(), Reading.TO_ITS_END, adapter.options(), adapter.getClass());
    }

    private static AdapterReport of(String kind, Reading reading, Set<String> options, Class<?> adapter) {
        return new AdapterReport(kind, reading, options.stream().sorted().toList(), jarOf(adapter));
    }

    private static String jarOf(Class<?> adapter) {
        CodeSource source = adapter.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        Path file = Path.of(source.getLocation().getPath()).getFileName();
        return file == null ? "" : file.toString();
    }

    /// A table for people.
    public static TextTable table(List<AdapterReport> adapters) {
        TextTable table = new TextTable("kind", "is read", "options", "from");
        adapters.forEach(adapter ->
                table.row(adapter.kind, adapter.reading.words, String.join(", ", adapter.options), adapter.jar));
        return table;
    }

    /// The fields for machines.
    public static void write(JsonGenerator json, AdapterReport adapter) throws IOException {
        json.writeStringField("kind", adapter.kind);
        json.writeStringField("reading", adapter.reading.name());
        json.writeArrayFieldStart("options");
        for (String option : adapter.options) {
            json.writeString(option);
        }
        json.writeEndArray();
        json.writeStringField("jar", adapter.jar);
    }
}
