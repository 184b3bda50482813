package dev.startide.domain.failpoint;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// What happens at fail points. The program brings one along; it is looked for only if the JVM was
/// started with the property that sets it.
public interface Trap {

    /// Says when and how the trap springs, to the JVM that is to be trapped.
    String PROPERTY = "startide.fail-point";

    /// The work has come as far as this. May be called by any thread, and may never return.
    void passed(FailPoint point);

    /// The trap of the program; null unless one is wanted.
    static @Nullable Trap ifWanted() {
        return System.getProperty(PROPERTY) == null
                ? null
                : ServiceLoader.load(Trap.class)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                PROPERTY + " is set, but there is no trap on the class path"));
    }
}
