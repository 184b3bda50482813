package dev.startide.domain.testkit.simulation;

import dev.startide.domain.testkit.simulation.Move.Meanwhile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// The moments at which others may do something while somebody is at work. What they do then has
/// none itself.
final class Moments {

    private final Queue<Meanwhile> planned = new ArrayDeque<>();
    private final Consumer<List<Move>> others;
    private int passed;
    private boolean isPassing;

    /// @param others makes moves in the middle of another one
    Moments(Consumer<List<Move>> others) {
        this.others = others;
    }

    void plan(Meanwhile meanwhile) {
        planned.add(meanwhile);
    }

    void pass() {
        if (isPassing || planned.isEmpty()) {
            return;
        }
        if (passed < planned.element().moments()) {
            passed++;
            return;
        }
        passed = 0;
        isPassing = true;
        try {
            others.accept(planned.remove().moves());
        } finally {
            isPassing = false;
        }
    }

    /// A port as the given one, with a moment before each of its calls.
    <P> P before(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    pass();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
