package dev.startide.domain.testkit;

/// How often something is tried that costs more than a build can wait for: a few times in a build,
/// and as often as it takes with `-Dlong-form=true`.
public final class LongForm {

    private static final boolean IS_WANTED = Boolean.getBoolean("long-form");

    private LongForm() {}

    public static boolean isWanted() {
        return IS_WANTED;
    }

    /// @param few in a build
    /// @param many in the long form
    public static int times(int few, int many) {
        return IS_WANTED ? many : few;
    }
}
