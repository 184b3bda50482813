package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bakery has one event in the quarantine, 1:5, whose amount is no number.
class QuarantineCommandIT {

    private static final String REPAIRED = Bakery.sold("s3", "c1", "7.40", "2026-03-03");

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void listsWhatIsThereAndWhyButNotWhatItSays() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "list");

        // Then
        assertThat(answer.out())
                .containsPattern("shop +TYPE_MISMATCH +1")
                .containsPattern("1:5 +shop +sold +2.* 1 +TYPE_MISMATCH")
                .doesNotContain("much");
        assertThat(answer.code()).isZero();
    }

    @Test
    void listsForScripts() {
        // When
        Bakery.Answer answer =
                bakery.run("quarantine", "list", "--json", "--event", "sold", "--reason", "TYPE_MISMATCH");

        // Then
        assertThat(answer.out()).contains("\"events\":1", "\"event\":\"1:5\"", "\"kind\":\"sold\"", "\"attempts\":1");
    }

    @Test
    void listsOnlyWhatFits() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "list", "--until", "2026-01-01");

        // Then
        assertThat(answer.out()).contains("No such event is in the quarantine.");
    }

    @Test
    void showsOneEventWithWhatItSays() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "show", "1:5");

        // Then
        assertThat(answer.out())
                .contains("Event 1:5 of source shop", "after 1 attempt", "as sold", "\"amount\":\"much\"")
                .doesNotContain("bytes more");
    }

    @Test
    void showsNoMoreThanItIsAskedTo() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "show", "1:5", "--bytes", "10");

        // Then
        assertThat(answer.out()).contains("{\"type\":\"s\n", "bytes more").doesNotContain("much");
    }

    @Test
    void triesAgainAndSaysWhatCameOfIt() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "retry", "--all", "--why", "a try", "--json");

        // Then
        assertThat(answer.out()).contains("\"what\":\"retry\"", "\"events\":1", "\"quarantined\":1", "\"waiting\":0");
        assertThat(bakery.run("quarantine", "show", "1:5").out()).contains("after 2 attempts", "a try");
        assertThat(answer.code()).isZero();
    }

    @Test
    void correctsAnEventAndARebuildDoesSo() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("repaired.json"), REPAIRED);

        // When
        Bakery.Answer answer = bakery.run("quarantine", "edit", "1:5", "--file", file.toString(), "--why", "a slip");

        // Then
        assertThat(answer.err()).contains("1 are loaded, 0 ignored, 0 still in the quarantine");
        assertThat(bakery.run("status").out())
                .contains("7 received = 6 loaded + 0 quarantined + 1 ignored + 0 waiting");
        assertThat(bakery.run("trace", "1:5").out()).contains("It was loaded.", "star.sale");
        assertThat(bakery.run("quarantine", "show", "1:5").out()).contains("much", "edit", "a slip");
        assertThat(bakery.run("verify", "--rebuilt", "sale").code()).isZero();
        assertThat(bakery.run("rebuild", "--all").code()).isZero();
        assertThat(bakery.run("status").out())
                .contains("7 received = 6 loaded + 0 quarantined + 1 ignored + 0 waiting");
    }

    @Test
    void discardsAnEventAndARebuildDoesSo() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "discard", "1:5", "--why", "a test of ours", "--by", "anna");

        // Then
        assertThat(answer.code()).isZero();
        assertThat(bakery.run("status").out())
                .contains("7 received = 5 loaded + 0 quarantined + 2 ignored + 0 waiting");
        assertThat(bakery.run("rebuild", "--all").code()).isZero();
        assertThat(bakery.run("status").out())
                .contains("7 received = 5 loaded + 0 quarantined + 2 ignored + 0 waiting");
        assertThat(bakery.run("quarantine", "log").out())
                .containsPattern("discard +anna +1 .*event 1:5 +a test of ours");
        assertThat(bakery.run("verify").code()).isZero();
    }

    @Test
    void exportsWhatIngestTakesAgain() throws IOException {
        // Given
        Bakery.Answer exported = bakery.run("quarantine", "export", "--reason", "TYPE_MISMATCH");

        // When
        bakery.ingest("again", List.of(exported.out().strip().replace("\"much\"", "7.40")), "--cloudevents");

        // Then
        assertThat(exported.out())
                .contains("\"id\":\"1:5\"", "\"source\":\"startide:shop\"", "\"data\":{\"type\":\"sold\"");
        assertThat(bakery.run("status").out())
                .contains("8 received = 6 loaded + 1 quarantined + 1 ignored + 0 waiting");
    }

    @Test
    void onlyCountsInADryRun() {
        // When
        Bakery.Answer answer = bakery.run("quarantine", "discard", "--all", "--why", "nothing", "--dry-run");

        // Then
        assertThat(answer.out()).contains("1 events are meant; nothing was done.");
        assertThat(bakery.run("quarantine", "log", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void leavesItToTheLoaderIfItIsNotToWait() throws IOException {
        // Given
        Bakery.Answer asked = bakery.run("quarantine", "discard", "--all", "--why", "later", "--no-wait");

        // When
        bakery.ingest("second", List.of(Bakery.moved("c2", "Ulm", "2026-03-05")));

        // Then
        assertThat(asked.err()).contains("1 wait for the process that loads");
        assertThat(bakery.run("status").out())
                .contains("8 received = 6 loaded + 0 quarantined + 2 ignored + 0 waiting");
    }

    @Test
    void pausesASourceInABurstUntilItIsResumed() throws IOException {
        // Given
        Path settings = Files.writeString(
                folder.resolve("startide.yaml"), "startide: { quarantine: { burst-events: 3, burst-among: 5 } }\n");
        String broken = Bakery.sold("s9", "c1", "\"much\"", "2026-03-04");
        bakery.ingest("burst", List.of(broken, broken, broken, broken), "--config", settings.toString());
        Bakery.Answer paused = bakery.run("status");

        // When
        Bakery.Answer answer = bakery.run("quarantine", "resume", "shop", "--why", "we know");

        // Then
        bakery.ingest("next", List.of(Bakery.moved("c2", "Ulm", "2026-03-05")), "--config", settings.toString());
        assertThat(paused.out())
                .contains("11 received = 5 loaded + 1 quarantined + 1 ignored + 4 waiting")
                .contains("Source shop is paused since", "(TYPE_MISMATCH)", "quarantine resume shop");
        assertThat(answer.err()).contains("Source shop goes on");
        assertThat(bakery.run("status").out())
                .contains("12 received = 6 loaded + 5 quarantined + 1 ignored + 0 waiting")
                .doesNotContain("is paused");
        assertThat(bakery.run("quarantine", "log").out()).containsPattern("resume .*source shop +we know");
        assertThat(bakery.run("quarantine", "resume", "shop").err()).contains("Source shop is not paused.");
    }

    @Test
    void wantsToKnowWhichEventsAreMeant() {
        assertThat(bakery.run("quarantine", "retry").code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(bakery.run("quarantine", "retry", "--all", "--source", "shop")
                        .code())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(bakery.run("quarantine", "discard", "--all").code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(bakery.run("quarantine", "show", "five").err()).contains("is no LANE:POSITION");
    }
}
