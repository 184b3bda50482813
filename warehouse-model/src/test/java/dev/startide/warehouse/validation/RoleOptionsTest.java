package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import dev.startide.warehouse.star.Zone;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RoleOptionsTest {

    @Test
    void readsWhatStandsForWhatIsMissing() {
        // Given
        String shop = Documents.shopWith(
                "      product: product_id\n",
                "      product: { dimension: product, key: product_id, missing: not_applicable }\n");

        // When
        Role role = role(shop, 1);

        // Then
        assertThat(role.missing()).isEqualTo(SpecialMember.NOT_APPLICABLE);
    }

    @Test
    void takesTheUnknownMemberAndAnyKeyWhereNothingIsWritten() {
        // When
        Role role = role(Documents.shop(), 1);

        // Then
        assertThat(role)
                .isInstanceOfSatisfying(
                        Role.OfMember.class, member -> assertThat(member.form()).isEqualTo(new KeyForm.Any()))
                .satisfies(any -> assertThat(any.missing()).isEqualTo(SpecialMember.UNKNOWN));
    }

    @Test
    void readsThePatternOfKeys() {
        // Given
        String shop = Documents.shopWith(
                "      product: product_id\n",
                "      product: { dimension: product, key: product_id, pattern: \"p-[0-9]+\" }\n");

        // When
        Role role = role(shop, 1);

        // Then
        assertThat(((Role.OfMember) role).form()).isEqualTo(new KeyForm.Matching("p-[0-9]+"));
    }

    @Test
    void readsTheTimeZoneOfARole() {
        // Given
        String shop = Documents.shopWith(
                "{ dimension: date, key: placed_at }", "{ dimension: date, key: placed_at, time_zone: Asia/Tokyo }");

        // When
        Role role = role(shop, 2);

        // Then
        assertThat(((Role.OfDay) role).zone()).isEqualTo(new Zone.Own(ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void refusesATimeZoneForADate() {
        // Given
        String shop = Documents.shopWith(
                        "{ dimension: date, key: placed_at }",
                        "{ dimension: date, key: due_on, time_zone: Asia/Tokyo }")
                .replace("      placed_at: timestamptz\n", "      placed_at: timestamptz\n      due_on: date\n");

        // When
        var issues = Resolutions.issues(shop);

        // Then
        assertThat(issues)
                .containsExactly("ERROR facts.order_line.dimensions.ordered.time_zone: due_on date is the same in every"
                        + " time zone. Remove it, or name a field of type timestamptz.");
    }

    private static Role role(String shop, int index) {
        return Resolutions.valid(shop).facts().getFirst().roles().get(index);
    }
}
