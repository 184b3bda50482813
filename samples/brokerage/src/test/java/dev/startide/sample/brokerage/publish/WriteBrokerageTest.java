package dev.startide.sample.brokerage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBrokerageTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesOneFileForEachSourceAndPart() throws IOException {
        // When
        int exitCode = run(folder.toString(), "--customers", "3", "--delivery", "in_order", "--parts", "2");

        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines()).contains("trading " + folder.resolve("002-trading.ndjson"));
        List<String> staff = Files.readAllLines(folder.resolve("001-staff.ndjson"));
        assertThat(staff.getFirst())
                .matches("\\{\"type\":\"broker_changed\",\"broker_id\":\\d,\"name\":\"\\w+\","
                        + "\"branch\":\"[^\"]+\",\"changed_at\":\"2022-[^\"]+Z\",\"change_no\":0}");
    }

    @Test
    void saysThatAValueIsGoneAndWritesListsAndDecimals() throws IOException {
        // When
        run(folder.toString());

        // Then
        assertThat(Files.readString(folder.resolve("001-clients.ndjson"))).contains("\"email\":null");
        assertThat(Files.readString(folder.resolve("001-exchange.ndjson")))
                .containsPattern("\"quotes\":\\[\\{\"symbol\":\"ALPN\",\"close\":\\d+\\.\\d\\d,");
    }

    @Test
    void refusesANumberOfCustomersThatMakesNoSense() {
        // When
        int exitCode = run(folder.toString(), "--customers", "0");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("must be from 1 to");
    }

    private int run(String... arguments) {
        return WriteBrokerage.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
