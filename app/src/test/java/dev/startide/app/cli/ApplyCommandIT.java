package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.cli.Bakery.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes are made when somebody wants them: at a terminal whoever is asked and says so, elsewhere
/// whoever has said so before, where it matters.
class ApplyCommandIT {

    private static final int PENDING = 4;

    private static final String ATTRIBUTES = "attributes: { city: 2, phone: 1 }";
    private static final String FEWER_ATTRIBUTES = "attributes: { city: 2 }";

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void makesWhatOnlyAddsForAScriptThatCannotBeAsked() throws IOException {
        // Given
        addAMart();

        // When
        Answer answer = bakery.run("apply");

        // Then
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(bakery.run("plan").code()).isZero();
    }

    @Test
    void takesNothingAwayForAScriptThatHasNotSaidSo() throws IOException {
        // Given
        addAMart();
        bakery.run("apply");
        change(ATTRIBUTES, FEWER_ATTRIBUTES);

        // When
        Answer answer = bakery.run("apply");

        // Then
        assertThat(answer.code()).isEqualTo(PENDING);
        assertThat(answer.err()).contains("nobody can be asked").contains("--auto-approve");
        assertThat(bakery.run("plan").out()).contains("- view mart.sales");
        assertThat(bakery.run("apply", "--auto-approve").code()).isZero();
        assertThat(bakery.run("plan").out()).doesNotContain("mart.sales");
    }

    @Test
    void asksWhoeverSitsAtATerminal() throws IOException {
        // Given
        addAMart();

        // When
        Answer refused = bakery.runAsked("n", "apply");

        // Then
        assertThat(refused.code()).isEqualTo(PENDING);
        assertThat(refused.err()).contains("Make these changes? [y/N]").contains("Nothing was changed.");
        assertThat(bakery.run("plan").out()).contains("+ view mart.sales");
        assertThat(bakery.runAsked("y", "apply").code()).isZero();
        assertThat(bakery.run("plan").code()).isZero();
    }

    @Test
    void asksBeforeOtherRowsAreMadeOfEvents() throws IOException {
        // Given
        change(ATTRIBUTES, "attributes: { city: 1, phone: 1 }");

        // When
        Answer refused = bakery.runAsked("", "apply");

        // Then
        assertThat(refused.code()).isEqualTo(PENDING);
        assertThat(refused.err()).contains("The model makes other rows of events");
        assertThat(bakery.run("plan").code()).isEqualTo(PENDING);
        assertThat(bakery.runAsked("yes", "apply").code()).isZero();
        assertThat(bakery.run("plan").code()).isZero();
    }

    @Test
    void finishesTheCheckOfForeignKeysThatDiedBeforeItsEnd() {
        // Given
        bakery.tamper("update pg_constraint set convalidated = false"
                + " where contype = 'f' and conrelid = 'star.sale'::regclass");

        // When
        Answer plan = bakery.run("plan");

        // Then
        assertThat(plan.code()).isEqualTo(PENDING);
        assertThat(plan.out()).contains("+ foreign key star.sale").contains("still to be checked");
        assertThat(bakery.run("apply").code()).isZero();
        assertThat(bakery.run("plan").code()).isZero();
    }

    @Test
    void declaresKeysByTheStatementsThatAPlanPrints() throws IOException {
        // Given
        change("time_zone: Europe/Vienna", "time_zone: Europe/Vienna\nforeign_keys: declared");

        // When
        List<String> statements = statements(bakery.run("plan", "--sql"));

        // Then
        assertThat(statements).isNotEmpty().allMatch(statement -> statement.endsWith(" not enforced;"));
        statements.forEach(bakery::tamper);
        assertThat(bakery.run("plan").out()).isEmpty();
    }

    @Test
    void enforcesKeysByTheStatementsThatAPlanPrints() throws IOException {
        // Given
        change("time_zone: Europe/Vienna", "time_zone: Europe/Vienna\nforeign_keys: declared");
        bakery.run("apply");
        change("\nforeign_keys: declared", "");

        // When
        List<String> statements = statements(bakery.run("plan", "--sql"));

        // Then
        assertThat(statements).anyMatch(statement -> statement.contains(" validate constraint "));
        statements.forEach(bakery::tamper);
        assertThat(bakery.run("plan").out()).isEmpty();
    }

    private static List<String> statements(Answer plan) {
        assertThat(plan.code()).as(plan.err()).isEqualTo(PENDING);
        return plan.out().lines().filter(line -> line.endsWith(";")).toList();
    }

    private void addAMart() throws IOException {
        change("measures: { amount: sum }", "measures: { amount: sum }\nmarts:\n  sales: { fact: sale }");
    }

    private void change(String original, String replacement) throws IOException {
        Path model = folder.resolve("bakery.yaml");
        String text = Files.readString(model);
        assertThat(text).contains(original);
        Files.writeString(model, text.replace(original, replacement));
    }
}
