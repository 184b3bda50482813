package dev.startide.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevServicesOptionsTest {

    @Test
    void startsEverythingUnlessToldOtherwise() {
        // When
        DevServicesOptions options = DevServicesOptions.parse("--data", "/data");

        // Then
        assertThat(options).isEqualTo(new DevServicesOptions(Path.of("/data"), true, 0));
    }

    @Test
    void takesEveryOption() {
        // When
        DevServicesOptions options =
                DevServicesOptions.parse("--no-pulsar", "--postgres-port", "5433", "--data", "/data");

        // Then
        assertThat(options).isEqualTo(new DevServicesOptions(Path.of("/data"), false, 5433));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data",
                "--postgres-port 1",
                "--data d --port 1",
                "--data d --postgres-port x",
                "--data d --postgres-port 70000"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        // Given
        String[] arguments = line.split(" ", -1);

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> DevServicesOptions.parse(arguments));
    }
}
