package dev.startide.app.failpoint;

import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failpoint.Trap;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ends or stops the process when it comes to a point for a certain time.
public final class DeadlyTrap implements Trap {

    private static final Pattern SYNTAX = Pattern.compile("([a-z.-]+)=(kill|stop)@([1-9]\\d{0,8})");

    /// What `kill -9` leaves behind as an exit code.
    private static final int KILLED = 137;

    private final FailPoint point;
    private final boolean kills;
    private final AtomicInteger left;

    /// As the property [Trap#PROPERTY] has it; made by the service loader.
    public DeadlyTrap() {
        this(System.getProperty(PROPERTY, ""));
    }

    /// @param text `name=kill@N` or `name=stop@N`
    /// @throws IllegalArgumentException if it cannot be read
    DeadlyTrap(String text) {
        Matcher read = SYNTAX.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "%s must look like load.decided=kill@2, is '%s'".formatted(PROPERTY, text));
        }
        point = FailPoint.named(read.group(1));
        kills = read.group(2).equals("kill");
        left = new AtomicInteger(Integer.parseInt(read.group(3)));
    }

    @Override
    public void passed(FailPoint reached) {
        if (!isSprungBy(reached)) {
            return;
        }
        if (kills) {
            Runtime.getRuntime().halt(KILLED);
        } else {
            stop();
        }
    }

    /// Whether it is the time that it was set for.
    boolean isSprungBy(FailPoint reached) {
        return reached == point && left.decrementAndGet() == 0;
    }

    /// All threads stop, as they do for SIGSTOP from outside; this returns when they go on.
    private static void stop() {
        try {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", self).inheritIO().start().waitFor();
        } catch (IOException impossible) {
            throw new IllegalStateException("The process cannot stop itself", impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
