package dev.startide.domain.testkit.course;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Warehouse;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Lets the writes of a warehouse go wrong. Used by one thread.
final class Mishaps {

    /// The process that was writing is no more.
    static final class Died extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private Died() {
            super("The process died");
        }
    }

    private final Queue<Mishap> expected = new ArrayDeque<>();
    private final Runnable takeOver;

    /// @param takeOver lets another loader take the lease and give it up
    Mishaps(Runnable takeOver) {
        this.takeOver = takeOver;
    }

    void expect(Mishap mishap) {
        expected.add(mishap);
    }

    /// A warehouse that answers every question as the given one, and writes as the mishaps have it.
    Warehouse of(Warehouse warehouse) {
        return (Warehouse) Proxy.newProxyInstance(
                Warehouse.class.getClassLoader(),
                new Class<?>[] {Warehouse.class},
                (_, method, arguments) -> call(warehouse, method, arguments));
    }

    private @Nullable Object call(Warehouse warehouse, Method method, Object[] arguments) throws Throwable {
        Mishap mishap = method.getName().equals("write") ? expected.poll() : null;
        if (mishap == null) {
            return passOn(warehouse, method, arguments);
        }
        return switch (mishap) {
            case LOST_BEFORE_COMMIT ->
                throw StartideException.because(
                        FailureCode.DATABASE_UNAVAILABLE, "The connection to the database was lost; try again");
            case CONFLICT ->
                throw StartideException.because(
                        FailureCode.DATABASE_CONFLICT, "The transaction was given up for another; try again");
            case DIES_BEFORE_COMMIT -> throw new Died();
            case TAKEN_OVER -> {
                takeOver.run();
                yield passOn(warehouse, method, arguments);
            }
            case LOST_AFTER_COMMIT -> {
                passOn(warehouse, method, arguments);
                throw StartideException.because(
                        FailureCode.DATABASE_UNAVAILABLE, "The connection to the database was lost; try again");
            }
            case DIES_AFTER_COMMIT -> {
                passOn(warehouse, method, arguments);
                throw new Died();
            }
        };
    }

    private static @Nullable Object passOn(Warehouse warehouse, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(warehouse, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
