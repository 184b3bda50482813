package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import java.nio.charset.StandardCharsets;

/// Whatever a file holds, reading it ends with a model or with mistakes that have places.
class ModelFileFuzzTest {

    @FuzzTest
    void model(byte[] file) {
        ModelFileResult result = Models.read(new String(file, StandardCharsets.UTF_8));

        assertThat(result.issues()).allSatisfy(issue -> {
            assertThat(issue.line()).isPositive();
            assertThat(issue.column()).isPositive();
            assertThat(issue.issue().problem()).isNotBlank();
        });
        if (result instanceof ModelFileResult.Invalid) {
            assertThat(result.issues()).anyMatch(issue -> issue.issue().severity() == Severity.ERROR);
        }
    }
}
