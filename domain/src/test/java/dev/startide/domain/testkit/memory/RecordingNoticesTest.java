package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.domain.testkit.QuarantineNoticesContract;
import java.util.List;

class RecordingNoticesTest extends QuarantineNoticesContract {

    private final RecordingNotices notices = new RecordingNotices();

    @Override
    protected QuarantineNotices notices() {
        return notices;
    }

    @Override
    protected List<Long> received(int count) {
        return notices.received().stream().map(QuarantineNotice::number).toList();
    }
}
