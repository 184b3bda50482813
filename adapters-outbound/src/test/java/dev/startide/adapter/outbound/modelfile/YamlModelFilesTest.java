package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlModelFilesTest {

    @Test
    void readsTheShop() {
        // When
        var issues = Models.issues(Models.resource("shop.yaml"));

        // Then
        assertThat(issues).isEmpty();
    }
}
