package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventType.Time;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import org.junit.jupiter.api.Test;

/// Events that are read from change envelopes: here, what becomes of the customers of the web-shop.
class ChangeEventsTest {

    private static final String SHOP =
            Documents.shopWith("crm.customer, format: json", "crm.customer, format: debezium");

    @Test
    void followWhatTheEnvelopeSays() {
        // When
        WarehouseModel model = Resolutions.valid(SHOP);

        // Then
        assertThat(model.sources()).anyMatch(source -> source.format() == PayloadFormat.DEBEZIUM);
        assertThat(model.entityFeeds())
                .filteredOn(feed -> feed.event().value().equals("customer_changed"))
                .extracting(Feed::effect)
                .containsExactly(Feed.Effect.FOLLOWS);
        assertThat(model.entityFeeds())
                .filteredOn(feed -> !feed.event().value().equals("customer_changed"))
                .extracting(Feed::effect)
                .containsOnly(Feed.Effect.STATES);
    }

    @Test
    void happenWhenTheChangeWasMadeUnlessAFieldSaysWhen() {
        // Given
        String timeless = SHOP.replace("    time: updated_at\n", "");

        // When
        WarehouseModel model = Resolutions.valid(timeless);

        // Then
        assertThat(model.events()).anyMatch(event -> event.time() instanceof Time.OfChange);
    }

    @Test
    void haveAnOrderOfTheirOwn() {
        // Given
        String sequenced = SHOP.replace("    time: updated_at\n", "    time: updated_at\n    sequence: revision\n")
                .replace("      city: text\n", "      city: text\n      revision: bigint\n");

        // When
        var issues = Resolutions.issues(sequenced);

        // Then
        assertThat(issues)
                .containsExactly(
                        "ERROR events.customer_changed.sequence: changes of one instant are ordered by their place"
                                + " in the log of the database. Remove 'sequence'.");
    }

    @Test
    void tellOfRowsWhichHaveNoListsOfObjects() {
        // Given
        String nested = SHOP.replace("      city: text\n", "      city: text\n      homes: [ { street: text } ]\n");

        // When
        var issues = Resolutions.issues(nested);

        // Then
        assertThat(issues)
                .containsExactly(
                        "ERROR events.customer_changed.fields.homes: a change envelope tells of a row, which has"
                                + " no lists of objects. Declare the column as 'json', or leave it out.");
    }
}
