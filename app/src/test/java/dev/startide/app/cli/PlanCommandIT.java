package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.cli.Bakery.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan says what a change of the model costs, and is made as it was looked at or not at all.
class PlanCommandIT {

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void isEmptyWhereNothingHasChanged() {
        // When
        Answer answer = bakery.run("plan");

        // Then
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void tellsOfAColumnWhoWaitsAndWhatRemainsToBeFilled() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");

        // When
        Answer answer = bakery.run("plan");

        // Then
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.out()).contains("+ column norm.customer.street  (readers and the load wait for a moment)");
        assertThat(answer.err())
                .contains("2 changes: 2 compatible, 0 destructive (-), 0 that need a rebuild (!).")
                .contains("from 7 logged events, in about a second");
    }

    @Test
    void tellsOfWhatNeedsARebuildAndOfWhatIsLeftOver() throws IOException {
        // Given
        change("city: text, phone: text", "city: text, phone: int");
        change("amount: \"decimal(12,2)\", sold_at", "price: \"decimal(12,2)\", sold_at");
        change("measures: { amount: sum }", "measures: { price: sum }");

        // When
        Answer answer = bakery.run("plan");

        // Then
        assertThat(answer.out())
                .contains("! column norm.customer.phone is text and would have to become int")
                .contains("= column star.sale.amount stays; the model does not fill it");
        assertThat(answer.err()).contains("that need a rebuild (!)");
    }

    @Test
    void printsTheStatements() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");

        // When
        Answer answer = bakery.run("plan", "--sql");

        // Then
        assertThat(answer.out())
                .contains("-- compatible: column norm.customer.street")
                .contains("alter table \"norm\".\"customer\" add column \"street\" text;");
    }

    @Test
    void isMadeAsItWasLookedAt() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");
        String file = folder.resolve("next.plan").toString();
        bakery.run("plan", "-o", file);

        // When
        Answer answer = bakery.run("apply", file);

        // Then
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Made 2 changes.");
        assertThat(bakery.run("plan").code()).isZero();
    }

    @Test
    void isRefusedOnceTheDatabaseHasChanged() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");
        String file = folder.resolve("next.plan").toString();
        bakery.run("plan", "-o", file);
        bakery.tamper("alter table norm.customer add column by_hand text");

        // When
        Answer answer = bakery.run("apply", file);

        // Then
        assertThat(answer.code()).isEqualTo(7);
        assertThat(answer.err()).contains("another state of the database");
        assertThat(bakery.run("plan").out()).contains("+ column norm.customer.street");
    }

    @Test
    void isRefusedOnceTheModelHasChanged() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");
        String file = folder.resolve("next.plan").toString();
        bakery.run("plan", "-o", file);
        change("street: text", "alley: text");

        // When
        Answer answer = bakery.run("apply", file);

        // Then
        assertThat(answer.code()).isEqualTo(7);
        assertThat(answer.err()).contains("another state of the model");
    }

    @Test
    void refusesAFileThatIsNoPlan() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("next.plan"), "[]");

        // When
        Answer answer = bakery.run("apply", file.toString());

        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("is no plan");
    }

    @Test
    void comparesWithAModelThatWasApplied() throws IOException {
        // Given
        change("fields: { customer_id: text, city: text,", "fields: { customer_id: text, street: text, city: text,");

        // When
        Answer answer = bakery.run("plan", "--against", "1");

        // Then
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.out())
                .contains("~ EventType customer_moved", "street")
                .doesNotContain("EventType sold");
        assertThat(bakery.run("plan", "--against", "99").code()).isEqualTo(2);
    }

    private void change(String original, String replacement) throws IOException {
        Path model = folder.resolve("bakery.yaml");
        String text = Files.readString(model);
        assertThat(text).contains(original);
        Files.writeString(model, text.replace(original, replacement));
    }
}
