package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;

/// Truth values as a model writes them.
final class Flag {

    private Flag() {}

    /// Whether `true` is written; anything but `true`, `false` and nothing is told of.
    static boolean read(Written flag, Issues issues) {
        if (flag.isPresent() && !flag.text().equals("true") && !flag.text().equals("false")) {
            issues.error(flag, "'%s' is no truth value".formatted(flag.text()), "Write 'true' or 'false'.");
        }
        return flag.text().equals("true");
    }
}
