package dev.startide.adapter.outbound.postgres.doctor;

/// The area of everything that is said here.
final class Place {

    static final String AREA = "database";

    private Place() {}

    static String of(String what) {
        return "%s: %s".formatted(AREA, what);
    }
}
