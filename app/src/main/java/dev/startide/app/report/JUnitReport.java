package dev.startide.app.report;

import static java.util.stream.Collectors.joining;

import dev.startide.domain.trial.TrialOutcome;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Outcomes of tests in the form that build servers read.
public final class JUnitReport {

    private JUnitReport() {}

    /// A test in one order, and how long it took.
    public record Run(TrialOutcome outcome, Duration took) {}

    /// The report of one model's tests.
    public static String of(String model, List<Run> runs) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "startide." + model);
            xml.writeAttribute("tests", Integer.toString(runs.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(runs.stream()
                            .filter(run -> !run.outcome().hasPassed())
                            .count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("time", seconds(runs.stream().map(Run::took).reduce(Duration.ZERO, Duration::plus)));
            for (Run run : runs) {
                write(xml, model, run);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private static void write(XMLStreamWriter xml, String model, Run run) throws XMLStreamException {
        TrialOutcome outcome = run.outcome();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "startide." + model);
        xml.writeAttribute(
                "name",
                printable("%s (%s)"
                        .formatted(outcome.test(), outcome.arrangement().word())));
        xml.writeAttribute("time", seconds(run.took()));
        if (!outcome.hasPassed()) {
            String lines =
                    outcome.differences().stream().flatMap(TestReport::lines).collect(joining("\n"));
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(lines.lines().findFirst().orElse("")));
            xml.writeCharacters(printable(lines));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }

    /// Without characters that XML cannot hold.
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
