package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandIT {

    private static Bakery bakery;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void showsHowAMemberWasWhenAndWhoSaidSo() {
        // When
        Bakery.Answer answer = bakery.run("history", "customer", "c1");

        // Then
        assertThat(answer.out().lines())
                .containsSubsequence(
                        "customer c1: 3 versions, durable key 1",
                        "from the beginning           ●  version 1, key 2",
                        "                             │    city: Graz",
                        "2026-02-01T08:00:00Z         ●  version 2, key 3",
                        "                             │    city: Linz  (was Graz)",
                        "2026-03-01T08:00:00Z         ●  version 3, key 4",
                        "                             │    city: Wien  (was Linz)",
                        "until now                    ▼",
                        "event time            sequence  event  said",
                        "2026-01-10T08:00:00Z         0  1:1    city=Graz, moved_at=2026-01-10T08:00:00Z",
                        "2026-02-01T08:00:00Z         0  1:7    city=Linz, moved_at=2026-02-01T08:00:00Z",
                        "2026-03-01T08:00:00Z         0  1:2    city=Wien, moved_at=2026-03-01T08:00:00Z");
        assertThat(answer.code()).isZero();
    }

    @Test
    void saysThatAMemberIsMerelyInferred() {
        // When
        Bakery.Answer answer = bakery.run("history", "customer", "c9");

        // Then
        assertThat(answer.out()).contains("customer c9: 1 version,", "; inferred: another row names it");
    }

    @Test
    void showsSpecialMembersByTheirDurableKeys() {
        // When
        Bakery.Answer answer = bakery.run("history", "customer", "--durable-key", "-1", "--json");

        // Then
        assertThat(answer.out())
                .startsWith(
                        "{\"dimension\":\"customer\",\"durable_key\":-1,\"standing\":\"special\",\"natural_key\":{}")
                .contains("\"valid_from\":\"1900-01-01T00:00:00Z\"");
    }

    @Test
    void saysThatThereIsNoSuchMember() {
        // When
        Bakery.Answer answer = bakery.run("history", "customer", "c77");

        // Then
        assertThat(answer.err()).contains("customer has no member with key c77.");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void saysThatThereIsNoSuchDimension() {
        // When
        Bakery.Answer answer = bakery.run("history", "client", "c1");

        // Then
        assertThat(answer.err()).contains("The model has no dimension client with members.");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void leavesNoConnectionOpen() {
        // When
        bakery.run("history", "customer", "c1");

        // Then
        Await.until("the command's connections were closed", () -> bakery.connections() == 0);
    }
}
