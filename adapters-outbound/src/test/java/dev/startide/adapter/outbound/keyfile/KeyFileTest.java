package dev.startide.adapter.outbound.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IssueKeys.Which;
import dev.startide.domain.service.AdmitService;
import dev.startide.domain.service.IssueService;
import dev.startide.warehouse.mapping.SourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final Sender SHOP = new Sender(
            new SenderName("shop"),
            new SenderScope.Only(Set.of(new SourceName("orders"), new SourceName("customers"))),
            new SenderRate.Most(500));
    private static final Sender ADMIN =
            new Sender(new SenderName("admin"), new SenderScope.AllSources(), new SenderRate.Usual());

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-05-04T03:02:01Z");
    private final InstantSource clock = () -> now;
    private final Random random = new Random(1);

    private Path path() {
        return directory.resolve("keys.txt");
    }

    private KeyFile file() {
        return new KeyFile(new KeyFileConfig(path().toString()), clock);
    }

    private IssueService issuing() {
        return new IssueService(file(), random, clock);
    }

    @Test
    void keepsHashesAndNoKeys() throws IOException {
        // When
        String key = issuing().issue(SHOP);

        // Then
        assertThat(key).matches("stk_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(path()))
                .matches("shop sha256:[0-9a-f]{64} customers,orders 500 2026-05-04T03:02:01Z\n")
                .doesNotContain(key.substring(4));
    }

    @Test
    void tellsWhoseAKeyIs() {
        // Given
        String ofShop = issuing().issue(SHOP);
        String ofAdmin = issuing().issue(ADMIN);
        AdmitService admitting = new AdmitService(file());

        // When
        var senders = List.of(admitting.admit(ofShop), admitting.admit(ofAdmin), admitting.admit("stk_other"));

        // Then
        assertThat(senders).containsExactly(Optional.of(SHOP), Optional.of(ADMIN), Optional.empty());
    }

    @Test
    void noticesWithinASecondThatItWasChanged() {
        // Given
        String key = issuing().issue(SHOP);
        AdmitService admitting = new AdmitService(file());
        assertThat(admitting.admit(key)).isPresent();
        issuing().withdraw(SHOP.name(), Which.ALL);

        // When
        now = now.plusSeconds(1);

        // Then
        assertThat(admitting.admit(key)).isEmpty();
        assertThat(admitting.keysAreInUse()).isTrue();
    }

    @Test
    void holdsWhatItReadBeforeWhereItCannotBeReadAnyMore() throws IOException {
        // Given
        String key = issuing().issue(SHOP);
        AdmitService admitting = new AdmitService(file());
        assertThat(admitting.admit(key)).isPresent();
        Files.writeString(path(), "nonsense\n");

        // When
        now = now.plusSeconds(1);

        // Then
        assertThat(admitting.admit(key)).isPresent();
        Files.delete(path());
        now = now.plusSeconds(1);
        assertThat(admitting.admit(key)).isPresent();
        assertThat(admitting.admit("stk_other")).isEmpty();
    }

    @Test
    void leavesEverythingElseWhenTheOlderKeyIsWithdrawn() throws IOException {
        // Given
        IssueService issuing = issuing();
        String older = issuing.issue(SHOP);
        String latest = issuing.issue(SHOP);
        String other = issuing.issue(ADMIN);
        Files.writeString(path(), "# ours\n\n" + Files.readString(path()));
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));

        // When
        var withdrawn = issuing().withdraw(SHOP.name(), Which.OLDER);

        // Then
        AdmitService admitting = new AdmitService(file());
        assertThat(withdrawn).hasSize(1);
        assertThat(admitting.admit(older)).isEmpty();
        assertThat(List.of(admitting.admit(latest), admitting.admit(other)))
                .containsExactly(Optional.of(SHOP), Optional.of(ADMIN));
        assertThat(Files.readString(path())).startsWith("# ours\n\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-r-----");
    }

    @Test
    void takesNoThirdKeyOfASender() throws IOException {
        // Given
        IssueService issuing = issuing();
        issuing.issue(SHOP);
        issuing.issue(SHOP);
        String before = Files.readString(path());

        // When
        assertThatThrownBy(() -> issuing.issue(SHOP))

                // Then
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("shop has 3 keys");
        assertThat(Files.readString(path())).isEqualTo(before);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void namesTheLineThatCannotBeRead() throws IOException {
        // Given
        Files.writeString(path(), "# first\nshop stk_secret orders\n");

        // When
        assertThatThrownBy(() -> file().current())

                // Then
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("line 2 is not like")
                .hasMessageNotContaining("stk_secret");
    }

    @Test
    void isMissedWhereItIsNamedButNotThere() {
        // When
        assertThatThrownBy(() -> file().current())

                // Then
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("keys.txt");
    }

    @Test
    void isNotInUseWhereNoneIsNamed() {
        // Given
        AdmitService admitting = new AdmitService(new KeyFile(new KeyFileConfig(""), clock));

        // When
        boolean isInUse = admitting.keysAreInUse();

        // Then
        assertThat(isInUse).isFalse();
    }
}
