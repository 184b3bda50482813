package dev.startide.domain.diagnosis;

/// One thing that was looked at, how it is, and what to do about it.
///
/// Never holds a secret or a value of an event.
///
/// @param place what was looked at, from the large to the small, such as `database: fsync` or
///     `source orders: retention`; scripts compare it, so it stays the same from run to run
/// @param says how it is, in one sentence without a full stop
/// @param remedy what to do, in one sentence without a full stop; empty where nothing has to be
///     done
public record Diagnosis(String place, Severity severity, String says, String remedy) {

    public Diagnosis {
        if (severity.compareTo(Severity.WARNING) >= 0 && remedy.isBlank()) {
            throw new IllegalArgumentException("%s: '%s' names no remedy".formatted(place, says));
        }
    }

    public static Diagnosis fine(String place, String says) {
        return new Diagnosis(place, Severity.FINE, says, "");
    }

    public static Diagnosis note(String place, String says) {
        return new Diagnosis(place, Severity.NOTE, says, "");
    }

    public static Diagnosis warning(String place, String says, String remedy) {
        return new Diagnosis(place, Severity.WARNING, says, remedy);
    }

    public static Diagnosis error(String place, String says, String remedy) {
        return new Diagnosis(place, Severity.ERROR, says, remedy);
    }

    public static Diagnosis unreachable(String place, String says, String remedy) {
        return new Diagnosis(place, Severity.UNREACHABLE, says, remedy);
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(severity, place, remedy.isEmpty() ? says : says + ". " + remedy);
    }
}
