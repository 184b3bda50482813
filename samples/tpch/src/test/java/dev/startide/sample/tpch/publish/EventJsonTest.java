package dev.startide.sample.tpch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.tpch.CustomerChanged;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final CustomerChanged CUSTOMER = new CustomerChanged(
            7,
            2,
            "Customer#7",
            "PERU",
            "AMERICA",
            "BUILDING",
            new BigDecimal("-12.30"),
            "27-100-200-3000",
            Instant.parse("1994-05-06T07:08:09.000123Z"));

    private static final String DATA = """
            {"customer_id":7,"name":"Customer#7","nation":"PERU","region":"AMERICA","segment":"BUILDING",\
            "account_balance":-12.30,"phone":"27-100-200-3000","changed_at":"1994-05-06T07:08:09.000123Z"}""";

    @Test
    void writesPlainDecimalsAndInstantsInUtc() {
        // When
        var json = EventJson.encode(CUSTOMER);

        // Then
        assertThat(json).asString(StandardCharsets.UTF_8).isEqualTo(DATA);
    }

    @Test
    void wrapsABatchIntoCloudEvents() {
        // When
        var json = EventJson.encodeBatch(List.of(CUSTOMER), "/tpch/customers", "customer_changed");

        // Then
        assertThat(json).asString(StandardCharsets.UTF_8).isEqualTo("""
                        [{"specversion":"1.0","id":"customer-7-2","source":"/tpch/customers","type":"customer_changed",\
                        "time":"1994-05-06T07:08:09.000123Z","datacontenttype":"application/json","data":%s}]""".formatted(DATA));
    }
}
