package dev.startide.sample.brokerage.answer;

import static dev.startide.sample.brokerage.Kind.CUSTOMER_CHANGED;
import static dev.startide.sample.brokerage.Kind.CUSTOMER_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.Kind;
import dev.startide.sample.brokerage.answer.Versions.Deletes;
import dev.startide.sample.brokerage.answer.Versions.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the answers take to be true, on lives that fit on one line.
class VersionsTest {

    @Test
    void beginWhereAValueChanges() {
        // Given
        Course course = course(says(1, "city", "Graz"), says(2, "city", "Graz"), says(3, "city", "Wien"));

        // When
        Versions versions = versions(course, Deletes.CLOSE);

        // Then
        assertThat(cities(versions)).containsExactly("Graz", "Wien");
        assertThat(versions.at(day(2)).to()).isEqualTo(day(3));
    }

    @Test
    void endWithADeleteAndBeginAnewWithTheReturn() {
        // Given
        Course course = course(says(1, "city", "Graz"), isGone(3), says(5, "tier", 2));

        // When
        Versions versions = versions(course, Deletes.CLOSE);

        // Then
        assertThat(cities(versions)).containsExactly("Graz", "Graz");
        assertThat(versions.at(day(4)).to()).isEqualTo(day(3));
        assertThat(versions.isCurrent()).isTrue();
    }

    @Test
    void showADeleteAsAVersionWhereItIsFlagged() {
        // Given
        Course course = course(says(1, "city", "Graz"), isGone(3), isGone(4));

        // When
        Versions versions = versions(course, Deletes.FLAG);

        // Then
        assertThat(versions.all()).extracting(Version::from).containsExactly(day(1), day(3));
        assertThat(versions.isCurrent()).isTrue();
    }

    @Test
    void takeTheLastWordOfAnInstant() {
        // Given
        Course course = course(says(1, "city", "Graz"), says(2, "city", "Linz"), says(2, "city", "Wien"));

        // When
        Versions versions = versions(course, Deletes.CLOSE);

        // Then
        assertThat(cities(versions)).containsExactly("Graz", "Wien");
    }

    @Test
    void knowTheFirstTheLastAndTheValueBefore() {
        // When
        Course course = course(
                says(1, "city", null), says(2, "city", "Graz"), says(3, "city", "Wien"), says(4, "city", "Graz"));

        // Then
        assertThat(course.first("city")).isEqualTo("Graz");
        assertThat(course.now("city")).isEqualTo("Graz");
        assertThat(course.before("city")).isEqualTo("Wien");
    }

    private record Said(Kind kind, int day, Map<String, Object> fields) {}

    private static Said says(int day, String field, Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(field, value);
        return new Said(CUSTOMER_CHANGED, day, fields);
    }

    private static Said isGone(int day) {
        return new Said(CUSTOMER_CLOSED, day, Map.of());
    }

    private static Course course(Said... said) {
        List<BrokerageEvent> events = new ArrayList<>();
        for (Said one : said) {
            events.addFirst(
                    new BrokerageEvent(one.kind(), 1L, day(one.day()), said.length + events.size(), one.fields()));
        }
        return Course.of(1L, events);
    }

    private static Versions versions(Course course, Deletes deletes) {
        return Versions.of(
                course, deletes, state -> String.valueOf(state.values().get("city")));
    }

    private static List<Object> cities(Versions versions) {
        return versions.all().stream()
                .map(version -> version.state().values().get("city"))
                .toList();
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }
}
