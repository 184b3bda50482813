package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.MemberColumn;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {

    @Test
    void showsThePreviousAndTheCurrentValueBesideOthers() {
        // Given
        var yaml = Documents.shopWith("{ name: 1, category: 2, list_price: 2 }", "{ name: 3, category: 6 }");

        // When
        var product = (Dimension.Members) Resolutions.valid(yaml).dimension(new DimensionName("product"));

        // Then
        assertThat(product.columns())
                .extracting(MemberColumn::name)
                .extracting(Object::toString)
                .containsExactly("name", "previous_name", "category", "current_category");
    }

    @Test
    void closesMembersUnlessTheModelSaysOtherwise() {
        // When
        var product = (Dimension.Members) Resolutions.valid(Documents.shop()).dimension(new DimensionName("product"));

        // Then
        assertThat(product.deletes()).isEqualTo(Deletes.CLOSE);
    }

    @Test
    void refusesAColumnThatIsThereAlready() {
        // Given
        var yaml = Documents.shopWith(
                        "product_id: text, name: text, category: text",
                        "product_id: text, name: text, category: text, previous_name: text")
                .replace("{ name: 1, category: 2, list_price: 2 }", "{ name: 3, previous_name: 1, category: 2 }");

        // When
        var issues = Resolutions.issues(yaml);

        // Then
        assertThat(issues)
                .containsExactly("ERROR dimensions.product.attributes.name: its type adds a column 'previous_name', "
                        + "and there is one already. Give it another type, or declare one of the fields under another "
                        + "name.");
    }

    @Test
    void refusesAColumnWithANameThatIsTooLong() {
        // Given
        var name = "n".repeat(60);
        var yaml = Documents.shopWith(
                        "product_id: text, name: text", "product_id: text, name: text, " + name + ": text")
                .replace("{ name: 1, category: 2, list_price: 2 }", "{ " + name + ": 6, name: 1, category: 2 }");

        // When
        var issues = Resolutions.issues(yaml);

        // Then
        assertThat(issues)
                .anySatisfy(
                        issue -> assertThat(issue).contains("'current_" + name + "' would have more than 63 letters"));
    }
}
