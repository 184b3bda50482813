package dev.startide.domain.testkit.oracle;

import org.jspecify.annotations.Nullable;

/// What facts that name no member of a dimension say instead: one name for each reason.
final class SpecialNames {

    /// Nothing was said, or that there is none.
    static final String UNKNOWN = "unknown";

    /// The model says that a role without a member is meant to have none.
    static final String NOT_APPLICABLE = "not applicable";

    /// What was said can be no key.
    static final String INVALID = "invalid";

    private SpecialNames() {}

    /// Keys of special rows are negative.
    static boolean isSpecial(@Nullable Object key) {
        return key instanceof Number number && number.longValue() < 0;
    }

    static String of(@Nullable Object key) {
        return switch (String.valueOf(key)) {
            case "-1" -> UNKNOWN;
            case "-2" -> NOT_APPLICABLE;
            case "-3" -> INVALID;
            default -> "no special member " + key;
        };
    }
}
