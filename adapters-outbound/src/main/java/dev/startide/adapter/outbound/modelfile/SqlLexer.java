package dev.startide.adapter.outbound.modelfile;

import dev.startide.adapter.outbound.modelfile.SqlToken.Kind;
import dev.startide.warehouse.validation.ExpressionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits an SQL expression into tokens, and stops at everything that an expression over columns
/// has no use for: statements' ends, comments, quoted names, parameters, escapes.
final class SqlLexer {

    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*+(?!'))"
            + "|(?<number>[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![A-Za-z_]))"
            + "|(?<string>'(?:[^'\\\\]|'')*+')"
            + "|(?<sign>::|<=|>=|<>|!=|\\|\\||(?!--|/\\*)[-+*/%(),=<>])");

    private final List<SqlToken> tokens = new ArrayList<>();
    private Optional<ExpressionProblem> problem = Optional.empty();

    private SqlLexer() {}

    static SqlLexer of(String sql) {
        SqlLexer lexer = new SqlLexer();
        lexer.read(sql);
        return lexer;
    }

    /// The tokens, the last of them of kind `END`.
    List<SqlToken> tokens() {
        return List.copyOf(tokens);
    }

    /// What stopped the reading, if anything did.
    Optional<ExpressionProblem> problem() {
        return problem;
    }

    private void read(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        int at = 0;
        while (at < sql.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                problem = Optional.of(new ExpressionProblem(
                        at,
                        "'%s' cannot be used here".formatted(sql.charAt(at)),
                        "Write one expression of columns, numbers, 'text', operators and functions."));
                return;
            }
            add(matcher, at);
            at = matcher.end();
        }
        tokens.add(new SqlToken(Kind.END, "", sql.length()));
    }

    private void add(Matcher matcher, int at) {
        if (matcher.group("word") != null) {
            tokens.add(new SqlToken(Kind.WORD, matcher.group().toLowerCase(Locale.ROOT), at));
        } else if (matcher.group("number") != null) {
            tokens.add(new SqlToken(Kind.NUMBER, matcher.group(), at));
        } else if (matcher.group("string") != null) {
            tokens.add(new SqlToken(Kind.STRING, matcher.group(), at));
        } else if (matcher.group("sign") != null) {
            tokens.add(new SqlToken(Kind.SIGN, matcher.group(), at));
        }
    }
}
