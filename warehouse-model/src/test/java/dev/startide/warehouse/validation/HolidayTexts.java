package dev.startide.warehouse.validation;

import java.util.Map;
import java.util.Optional;

/// Files with holidays that stand beside the models of tests.
final class HolidayTexts {

    private static final Map<String, String> FILES = Map.of(
            "holidays.csv",
            "\uFEFFdate,name\r\n\r\n# moved\n2026-12-25, Christmas Day \n2026-01-01,\"New Year, \"\"observed\"\"\"\n",
            "no_day.csv",
            "date,name\n2026-13-25,Christmas Day\n",
            "no_name.csv",
            "2026-12-25\n",
            "twice.csv",
            "2026-12-25,Christmas\n\n2026-12-25,Christmas Day\n",
            "far.csv",
            "2201-01-01,New Year\n");

    private HolidayTexts() {}

    static Optional<String> text(String path, String name) {
        return Optional.ofNullable(FILES.get(name));
    }
}
