package dev.startide.sample.brokerage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.brokerage.BrokerageEvents;
import dev.startide.sample.brokerage.BrokerageSettings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AuditRulesTest {

    @Test
    void areReadOneByOneWithTheTotalsOfTheGenerator() {
        // Given
        BrokerageEvents events = BrokerageEvents.of(BrokerageSettings.SMALL);

        // When
        AuditRules audit = AuditRules.of(events.inOrder());

        // Then
        assertThat(audit.rules())
                .hasSizeGreaterThan(20)
                .allMatch(rule -> rule.sql().contains("select"));
        assertThat(audit.rules()).extracting(AuditRule::name).doesNotHaveDuplicates();
        assertThat(audit.totals())
                .containsEntry("customers", BigDecimal.valueOf(BrokerageSettings.SMALL.customers()))
                .containsEntry("unlisted securities", BigDecimal.ONE);
    }
}
