package dev.startide.domain.testkit.course;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Lets the writes of a port go wrong. Used by one thread.
public final class Mishaps {

    /// The process that was writing is no more.
    public static final class Died extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        public Died() {
            super("The process died");
        }
    }

    private final Queue<Mishap> expected = new ArrayDeque<>();
    private final Runnable takeOver;

    /// @param takeOver lets another loader take the lease and give it up
    public Mishaps(Runnable takeOver) {
        this.takeOver = takeOver;
    }

    /// This goes wrong with the next write for which nothing else is expected.
    public void expect(Mishap mishap) {
        expected.add(mishap);
    }

    /// A port that answers every question as the given one, and writes as the mishaps have it.
    ///
    /// @param write the name of the method that writes
    public <P> P of(Class<P> port, String write, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> method.getName().equals(write)
                        ? write(real, method, arguments)
                        : passOn(real, method, arguments)));
    }

    private @Nullable Object write(Object port, Method method, Object[] arguments) throws Throwable {
        Mishap mishap = expected.poll();
        if (mishap == null) {
            return passOn(port, method, arguments);
        }
        return switch (mishap) {
            case LOST_BEFORE_COMMIT ->
                throw StartideException.because(
                        FailureCode.DATABASE_UNAVAILABLE, "The connection to the database was lost; try again");
            case CONFLICT ->
                throw StartideException.because(
                        FailureCode.DATABASE_CONFLICT, "The transaction was given up for another; try again");
            case DISK_FULL ->
                throw StartideException.because(
                        FailureCode.DATABASE_EXHAUSTED, "There is no space left on the database's disk");
            case DIES_BEFORE_COMMIT -> throw new Died();
            case TAKEN_OVER -> {
                takeOver.run();
                yield passOn(port, method, arguments);
            }
            case LOST_AFTER_COMMIT -> {
                passOn(port, method, arguments);
                throw StartideException.because(
                        FailureCode.DATABASE_UNAVAILABLE, "The connection to the database was lost; try again");
            }
            case DIES_AFTER_COMMIT -> {
                passOn(port, method, arguments);
                throw new Died();
            }
        };
    }

    private static @Nullable Object passOn(Object port, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
