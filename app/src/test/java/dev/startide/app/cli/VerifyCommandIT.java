package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandIT {

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void saysThatAllIsWell() {
        // When
        Bakery.Answer answer = bakery.run("verify");

        // Then
        assertThat(answer.out()).contains("lane-density", "adjacent-versions", "facts-as-it-was");
        assertThat(answer.err()).contains("and nothing was found.");
        assertThat(answer.code()).isZero();
    }

    @Test
    void namesTheRowThatIsWrongAndWhatToDo() {
        // Given
        bakery.tamper("update star.sale set customer_key = 4711 where sale_id = 's1'");

        // When
        Bakery.Answer answer = bakery.run("verify");

        // Then
        assertThat(answer.out())
                .contains("star.sale sale_id=s1, customer_key=4711: names a row that star.customer does not have")
                .contains("What to do: ");
        assertThat(answer.err()).contains("1 of ").contains(" checks found something");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void doesTheChecksThatAreNamedAndPrintsJson() {
        // Given
        bakery.tamper("update star.customer set version = 9 where customer_id = 'c1' and is_current");

        // When
        Bakery.Answer answer = bakery.run("verify", "adjacent-versions", "cursors", "--json");

        // Then
        assertThat(answer.out())
                .startsWith("{\"clean\":false,\"findings\":1,\"checks\":[{\"check\":\"cursors\"")
                .contains("\"check\":\"adjacent-versions\",\"area\":\"dimensions\"")
                .contains("\"problem\":\"does not have the number of its place in the history\"")
                .doesNotContain("lane-density");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void showsAFewFindingsAndCountsTheOthers() {
        // Given
        bakery.tamper("update star.date set calendar_date = calendar_date + 1 where date_key > 0");

        // When
        Bakery.Answer answer = bakery.run("verify", "calendar-days", "--findings", "2");

        // Then
        assertThat(answer.out().lines().filter(line -> line.startsWith("  star.date")))
                .hasSize(2);
        assertThat(answer.out()).contains("… and ");
    }

    @Test
    void findsWhatTheSchemaLacks() {
        // Given
        bakery.tamper("drop table star.sale cascade");

        // When
        Bakery.Answer answer = bakery.run("verify", "facts-as-it-was");

        // Then
        assertThat(answer.out()).contains("star.sale: differs from the model: add table");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void suggestsTheCheckThatWasMeant() {
        // When
        Bakery.Answer answer = bakery.run("verify", "adjacent-version");

        // Then
        assertThat(answer.err()).contains("Did you mean 'adjacent-versions'?");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void comparesTablesWithTheRawLog() {
        // When
        Bakery.Answer answer = bakery.run(
                "verify",
                "--rebuilt",
                "sale",
                "--rebuilt",
                "customer",
                "--rebuilt",
                "norm.sale",
                "--rebuilt",
                "norm.customer");

        // Then
        assertThat(answer.out()).contains("rebuilt-equals-loaded").doesNotContain("lane-density");
        assertThat(answer.err()).contains("and nothing was found.");
        assertThat(answer.code()).isZero();
    }

    @Test
    void findsARowThatTheRawLogDoesNotTellOf() {
        // Given
        bakery.tamper("update star.sale set amount = 999 where sale_id = 's1'");

        // When
        Bakery.Answer answer = bakery.run("verify", "--rebuilt", "star.sale");

        // Then
        assertThat(answer.out()).contains("star.sale sale_id=s1: differs in [amount]");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void saysWhichTablesCanBeCompared() {
        // When
        Bakery.Answer answer = bakery.run("verify", "--rebuilt", "sales");

        // Then
        assertThat(answer.err()).contains("'sales' is no table", "star.sale");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    }
}
