package dev.startide.adapter.outbound.cel;

import dev.startide.domain.port.outbound.Expressions;

/// The real expressions, for tests of adapters that use them through their port.
public final class CelForTests {

    private static final Expressions EXPRESSIONS = new CelExpressions();

    private CelForTests() {}

    public static Expressions expressions() {
        return EXPRESSIONS;
    }
}
