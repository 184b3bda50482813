package dev.startide.domain.normalize;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What becomes of lists of members and their weights.
class SharesTest {

    private static final int DIAGNOSES = 4;
    private static final int NURSES = 5;

    @Test
    void membersWithoutWeightsShareEquallyAndAddUpToOne() {
        // When
        Object nurses = slot(visit("nurses", List.of(nurse("p-1"), nurse("p-2"), nurse("p-4"))), NURSES);

        // Then
        assertThat(nurses).hasToString(shares("p-1", "0.33333334", "p-2", "0.33333333", "p-4", "0.33333333"));
    }

    @Test
    void aMemberThatIsListedTwiceSharesOnce() {
        // When
        Object nurses = slot(visit("nurses", List.of(nurse("p-1"), nurse("p-2"), nurse("p-1"))), NURSES);

        // Then
        assertThat(nurses).hasToString(shares("p-1", "0.50000000", "p-2", "0.50000000"));
    }

    @Test
    void theWeightsOfAMemberThatIsListedTwiceAddUp() {
        // When
        Object diagnoses =
                slot(visit("diagnoses", List.of(diagnosis("d-1", "0.25"), diagnosis("d-1", "0.75"))), DIAGNOSES);

        // Then
        assertThat(diagnoses).hasToString(shares("d-1", "1.00000000"));
    }

    @Test
    void keysOfAnotherFormAndMissingOnesKeepTheirShares() {
        // When
        Object diagnoses =
                slot(visit("diagnoses", List.of(diagnosis("cough", "0.4"), diagnosis(null, "0.6"))), DIAGNOSES);

        // Then
        assertThat(((Shares) diagnoses).all())
                .extracting(Shares.Share::member)
                .containsExactly(SpecialMember.INVALID, SpecialMember.UNKNOWN);
    }

    @Test
    void anEmptyListSaysThatThereIsNobody() {
        // When
        TypedEvent visit = visit("diagnoses", List.of());

        // Then
        assertThat(slot(visit, DIAGNOSES)).isNull();
        assertThat(slot(visit, NURSES)).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void weightsThatDoNotAddUpSetTheEventAsideAndNoOther() {
        // Given
        TypedEvent bad = visit("diagnoses", List.of(diagnosis("d-1", "0.5"), diagnosis("d-2", "0.4")));
        LanePosition at = new LanePosition(new LaneId(1), 7);

        // When
        BatchChanges changes = new Normalizer(Clinic.MODEL)
                .normalize(List.of(
                        new TypedEvent(bad.type(), at, bad.order(), bad.fields()),
                        visit("diagnoses", List.of(diagnosis("d-1", "1")))));

        // Then
        assertThat(changes.rejected())
                .containsOnlyKeys(at)
                .containsEntry(
                        at,
                        new Rejection(
                                Rejection.Stage.NORMALIZE,
                                Rejection.Reason.BRIDGE_WEIGHTS,
                                "the weights of its list add up to 0.9000000000, not to 1"));
    }

    @Test
    void aWeightThatIsMissingOrOutOfBoundsSetsTheEventAside() {
        // Given
        List<TypedEvent> visits = List.of(
                visit("diagnoses", List.of(diagnosis("d-1", null))),
                visit("diagnoses", List.of(diagnosis("d-1", "1.5"), diagnosis("d-2", "-0.5"))));

        // When
        var rejected = visits.stream()
                .flatMap(visit -> new Normalizer(Clinic.MODEL).normalize(List.of(visit)).rejected().values().stream())
                .toList();

        // Then
        assertThat(rejected)
                .hasSize(2)
                .allSatisfy(rejection ->
                        assertThat(rejection.message()).isEqualTo("an element has no weight between 0 and 1"));
    }

    private static Object slot(TypedEvent visit, int slot) {
        return new Normalizer(Clinic.MODEL)
                .normalize(List.of(visit))
                .of(new FactName("visit_made"))
                .get(Key.of("v-1"))
                .getFirst()
                .slots()[slot];
    }

    private static TypedEvent visit(String list, List<Map<String, Object>> elements) {
        return anEventOf(Clinic.MODEL, "visit_told")
                .at("2026-03-01T08:00:00Z")
                .with("visit_id", "v-1")
                .with("started_at", Instant.parse("2026-03-01T08:00:00Z"))
                .with(list, elements)
                .build();
    }

    private static Map<String, Object> nurse(String id) {
        return Map.of("patient_id", id);
    }

    private static Map<String, Object> diagnosis(String code, String share) {
        Map<String, Object> element = new HashMap<>();
        element.put("code", code);
        element.put("share", share == null ? null : new BigDecimal(share).setScale(10));
        return element;
    }

    private static String shares(String... membersAndWeights) {
        StringBuilder text = new StringBuilder("Shares[all=[");
        for (int index = 0; index < membersAndWeights.length; index += 2) {
            text.append(index == 0 ? "" : ", ")
                    .append("Share[member=[%s], weight=%s]"
                            .formatted(membersAndWeights[index], membersAndWeights[index + 1]));
        }
        return text.append("]]").toString();
    }
}
