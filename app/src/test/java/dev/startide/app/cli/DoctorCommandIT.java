package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandIT {

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void findsNothingThatIsInTheWay() {
        // When
        Bakery.Answer answer = bakery.run("doctor", "--all");

        // Then
        assertThat(answer.out())
                .contains("database: fsync: on", "process: Java: 25", "source shop: path: /events/shop")
                .contains("model and database: The database is what the model wants");
        assertThat(answer.err()).contains(" 0 errors, ", " 0 unreachable.");
        assertThat(answer.code()).isZero();
    }

    @Test
    void namesWhatIsInTheWayAndWhatToDo() {
        // Given
        bakery.tamper("""
                do $$ begin
                  execute format('alter database %I set synchronous_commit = off', current_database());
                end $$""");

        // When
        Bakery.Answer answer = bakery.run("doctor");

        // Then
        assertThat(answer.out())
                .contains("error        database: synchronous_commit: synchronous_commit is off")
                .contains("-> set it to on")
                .doesNotContain("database: fsync");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void printsEverythingAsJson() {
        // When
        Bakery.Answer answer = bakery.run("doctor", "--json");

        // Then
        assertThat(answer.out())
                .startsWith("{\"worst\":\"")
                .contains("{\"place\":\"database: fsync\",\"severity\":\"FINE\",\"says\":\"on\",\"remedy\":\"\"}");
    }

    @Test
    void saysThatAModelHasMistakesAndLooksAtTheRest() throws IOException {
        // Given
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "version: 1\nname: bakery\nsauces: {}\n");

        // When
        Bakery.Answer answer = bakery.runOn(broken, "doctor", "--all");

        // Then
        assertThat(answer.out()).contains("error        model: it has ", "database: fsync: on");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void saysWhichSettingCannotBeUsed() throws IOException {
        // Given
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "startide: { load: { batch-events: 0 } }\n");

        // When
        Bakery.Answer answer = bakery.run("doctor", "--config", settings.toString());

        // Then
        assertThat(answer.out())
                .as(answer.err())
                .contains("error        settings: startide.load.batch-events must be at least 1, is 0");
        assertThat(answer.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        // When
        Bakery.Answer answer = bakery.run("doctor", "--database-url", "jdbc:postgresql://127.0.0.1:1/nowhere");

        // Then
        assertThat(answer.out()).contains("unreachable  database: ");
        assertThat(answer.code()).isEqualTo(ExitCode.UNREACHABLE.number());
    }
}
