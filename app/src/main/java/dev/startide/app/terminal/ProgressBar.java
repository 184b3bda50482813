package dev.startide.app.terminal;

import static java.util.Locale.ROOT;

/// How much of a whole is done, as text.
public final class ProgressBar {

    private static final int WIDTH = 24;
    private static final int PERCENT = 100;

    private ProgressBar() {}

    /// Such as `[######------------------]  25 %`. A whole of zero counts as done.
    public static String of(long done, long whole) {
        double share = whole <= 0 ? 1 : Math.clamp((double) done / whole, 0, 1);
        int filled = (int) (share * WIDTH);
        return "[%s%s] %3d %%".formatted("#".repeat(filled), "-".repeat(WIDTH - filled), (int) (share * PERCENT));
    }

    /// A count with separators, such as `60,175`.
    public static String count(long number) {
        return String.format(ROOT, "%,d", number);
    }
}
