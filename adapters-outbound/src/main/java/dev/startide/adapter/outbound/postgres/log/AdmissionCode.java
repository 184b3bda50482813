package dev.startide.adapter.outbound.postgres.log;

import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;

/// How an admission is stored. The numbers are in databases: never change one.
final class AdmissionCode {

    private static final int ACCEPTED = 0;
    private static final int ID_CONFLICT = 1;

    private AdmissionCode() {}

    static int of(Admission admission) {
        return switch (admission) {
            case ACCEPTED -> ACCEPTED;
            case ID_CONFLICT -> ID_CONFLICT;
            case DISCARDED ->
                throw StartideException.because(
                        FailureCode.INVARIANT_BROKEN, "What was discarded is said beside the event, not of it");
        };
    }

    static Admission read(int code) {
        return switch (code) {
            case ACCEPTED -> Admission.ACCEPTED;
            case ID_CONFLICT -> Admission.ID_CONFLICT;
            default ->
                throw StartideException.because(
                        FailureCode.INVARIANT_BROKEN, "No admission has the number %d".formatted(code));
        };
    }
}
