package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.quarantine.QuarantineNotice;
import java.util.ArrayList;
import java.util.List;

/// Keeps the notices that it gets, and can be away.
public final class RecordingNotices implements QuarantineNotices {

    private final List<QuarantineNotice> received = new ArrayList<>();
    private int failures;

    /// The next notices cannot be sent, so many times.
    public synchronized void failNext(int times) {
        failures = times;
    }

    @Override
    public synchronized void send(List<QuarantineNotice> notices) {
        if (failures > 0) {
            failures--;
            throw StartideException.because(FailureCode.SOURCE_UNAVAILABLE, "The receiver is away");
        }
        received.addAll(notices);
    }

    /// What has come so far.
    public synchronized List<QuarantineNotice> received() {
        return List.copyOf(received);
    }
}
