package dev.startide.app.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;

/// Where a command speaks: what was asked for goes to standard output, all else to standard error.
///
/// Safe for use by many threads.
public final class Terminal {

    private static final int DEFAULT_COLUMNS = 100;
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintStream out;
    private final PrintStream err;
    private final Liveliness liveliness;
    private final int columns;
    private final Optional<Person> person;
    private boolean lineIsLive;

    /// Whether the reader of standard error is a person who can be shown a line that changes.
    public enum Liveliness {
        LIVE,
        PLAIN
    }

    /// Somebody who can be asked.
    @FunctionalInterface
    public interface Person {

        /// A line that they write; null if they have nothing more to say.
        @Nullable
        String answer();
    }

    /// A terminal at which nobody can be asked.
    public Terminal(PrintStream out, PrintStream err, Liveliness liveliness, int columns) {
        this(out, err, liveliness, columns, Optional.empty());
    }

    /// @param person who can be asked
    public Terminal(PrintStream out, PrintStream err, Liveliness liveliness, int columns, Optional<Person> person) {
        this.out = out;
        this.err = err;
        this.liveliness = liveliness;
        this.columns = columns > 0 ? columns : DEFAULT_COLUMNS;
        this.person = person;
    }

    /// The streams of this process. The launcher has found out whether they end at a terminal, and
    /// how wide it is.
    public static Terminal ofProcess() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                "yes".equals(System.getProperty("startide.terminal.live")) ? Liveliness.LIVE : Liveliness.PLAIN,
                Integer.getInteger("startide.terminal.columns", 0),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(console -> console::readLine));
    }

    /// Prints a line of what was asked for.
    public synchronized void answer(String line) {
        endLine();
        out.println(line);
    }

    /// Prints a line about what is going on.
    public synchronized void say(String line) {
        endLine();
        err.println(line);
    }

    /// Replaces the line that is kept up to date. Does nothing where it cannot be replaced.
    public synchronized void refresh(String line) {
        if (isLive()) {
            String visible = line.length() < columns ? line : line.substring(0, columns - 1);
            err.print(ERASE_LINE + visible);
            err.flush();
            lineIsLive = true;
        }
    }

    /// Removes the line that was kept up to date, so that the next output begins on a line of its
    /// own.
    public synchronized void endLine() {
        if (lineIsLive) {
            err.print(ERASE_LINE);
            err.flush();
            lineIsLive = false;
        }
    }

    /// Whether [#refresh] shows anything.
    public boolean isLive() {
        return liveliness == Liveliness.LIVE;
    }

    /// Asks a person for a yes. Where nobody can be asked, nothing is asked.
    ///
    /// @return empty if nobody can be asked
    public synchronized Optional<Boolean> ask(String question) {
        if (!isLive() || person.isEmpty()) {
            return Optional.empty();
        }
        endLine();
        err.print(question + " [y/N] ");
        err.flush();
        String answer = person.get().answer();
        return Optional.of(
                answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"));
    }

    /// Whether help may be colored: on a terminal, unless `NO_COLOR` is set.
    public Help.Ansi ansi() {
        return isLive() && System.getenv("NO_COLOR") == null ? Help.Ansi.AUTO : Help.Ansi.OFF;
    }

    /// The stream of answers, for writers that need one.
    public PrintStream answers() {
        return out;
    }

    /// The stream of everything else.
    public PrintStream messages() {
        return err;
    }
}
