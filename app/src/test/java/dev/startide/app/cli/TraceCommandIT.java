package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandIT {

    private static Bakery bakery;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        bakery = Bakery.open(folder);
        bakery.ingest(
                "second",
                List.of(Bakery.sold("s1", "c1", "13.00", "2026-02-21"), Bakery.moved("c2", "Ulm", "2026-03-05")));
        bakery.ingest("third", List.of(Bakery.sold("s9", "c1", "1.00", "2026-03-21")), "--no-load");
    }

    @Test
    void leadsFromAnEventToTheRowsOfItsTables() {
        // When
        Bakery.Answer answer = bakery.run("trace", "1:7");

        // Then
        assertThat(answer.out())
                .contains("Event 1:7 of source shop", "It was loaded.", "reads it as customer_moved of 2026-02-01")
                .contains("norm.customer  customer_id=c1", "others have spoken since")
                .containsPattern("star.customer  customer_id=c1, customer_key=\\d+, version=2")
                .doesNotContain("Linz");
        assertThat(answer.code()).isZero();
    }

    @Test
    void tellsWhyAnEventIsInTheQuarantine() {
        // When
        Bakery.Answer answer = bakery.run("trace", "1:5");

        // Then
        assertThat(answer.out()).contains("It is in the quarantine since", "TYPE_MISMATCH (PARSE)");
    }

    @Test
    void tellsWhichRuleIgnoredAnEvent() {
        // When
        Bakery.Answer answer = bakery.run("trace", "1:6", "--json");

        // Then
        assertThat(answer.out()).contains("\"event\":\"1:6\"", "\"fate\":\"ignored\"", "no event type matches");
    }

    @Test
    void tellsThatAnEventWaits() {
        // When
        Bakery.Answer answer = bakery.run("trace", "3:1");

        // Then
        assertThat(answer.out()).contains("The load has not come to it yet.", "star.sale", "there is no such row");
    }

    @Test
    void leadsFromARowBackToItsLatestEvent() {
        // When
        Bakery.Answer answer = bakery.run("trace", "--fact", "sale", "--grain", "s1");

        // Then
        assertThat(answer.out())
                .contains("star.sale sale_id=s1", "2:1    2026-02-21")
                .doesNotContain("1:3  ");
    }

    @Test
    void leadsFromARowBackToAllItsEvents() {
        // When
        Bakery.Answer answer = bakery.run("trace", "--fact", "sale", "--grain", "s1", "--all");

        // Then
        assertThat(answer.out()).containsSubsequence("1:3    2026-02-20", "2:1    2026-02-21");
    }

    @Test
    void leadsFromAnEntityBackToItsStoredChanges() {
        // When
        Bakery.Answer answer = bakery.run("trace", "--entity", "customer", "--key", "c1");

        // Then
        assertThat(answer.out()).containsSubsequence("1:1    2026-01-10", "1:7    2026-02-01", "1:2    2026-03-01");
    }

    @Test
    void saysThatNothingIsLoggedThere() {
        // When
        Bakery.Answer answer = bakery.run("trace", "1:700");

        // Then
        assertThat(answer.err()).contains("Nothing is logged at 1:700.");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void saysHowAnEventIsNamed() {
        // When
        Bakery.Answer answer = bakery.run("trace", "seven");

        // Then
        assertThat(answer.err()).contains("'seven' is no LANE:POSITION, such as 1:4711.");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    }
}
