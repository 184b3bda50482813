package dev.startide.adapter.outbound.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFitnessTest {

    private static final Map<String, String> FIT = Map.of(
            "server_version_num", "160000",
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "server_encoding", "UTF8");

    @Test
    void findsNothingWrongWithADurableServer() {
        // When
        List<Unfitness> complaints = ServerFitness.complaints(FIT);

        // Then
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server_version_num, 150012, version 16",
        "fsync, off, fsync",
        "full_page_writes, off, full_page_writes",
        "synchronous_commit, off, synchronous_commit",
        "server_encoding, SQL_ASCII, encoding"
    })
    void namesTheSettingThatIsInTheWay(String setting, String value, String named) {
        // Given
        Map<String, String> settings = new HashMap<>(FIT);
        settings.put(setting, value);

        // When
        List<Unfitness> complaints = ServerFitness.complaints(settings);

        // Then
        assertThat(complaints).singleElement().asString().contains(named);
    }
}
