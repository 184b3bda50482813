package dev.startide.sample.tpch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PublishTpchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void describesItsOptions() {
        // When
        int exit = run("--help");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("--pulsar-admin", "--topics-only", "IN_ORDER, LATE_AND_DOUBLED, SHUFFLED");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        // When
        int exit = run("--broker", "x");

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--broker");
    }

    @Test
    void namesABrokerThatIsNotThere() {
        // When
        int exit = run("--pulsar-admin", "http://localhost:1", "--topics-only");

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("Cannot reach Pulsar's REST API at http://localhost:1/admin/v2/");
    }

    @Test
    void saysHowATopicPrefixLooks() {
        // When
        int exit = run("--topic-prefix", "tpch", "--topics-only");

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("persistent://public/default/tpch-");
    }

    private int run(String... arguments) {
        return PublishTpch.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
