package dev.startide.adapter.outbound.cel;

import dev.startide.domain.port.outbound.Expressions;
import dev.startide.warehouse.validation.CelCheck;

/// The real expressions, for tests of adapters that use them through their port.
public final class CelForTests {

    private static final CelExpressions EXPRESSIONS = new CelExpressions();

    private CelForTests() {}

    public static Expressions expressions() {
        return EXPRESSIONS;
    }

    public static CelCheck check() {
        return EXPRESSIONS;
    }
}
