package dev.startide.adapter.outbound.modelfile;

/// A word, number, string or sign of an SQL expression.
///
/// @param text as written; words in lower case
/// @param offset of its first character in the expression
record SqlToken(Kind kind, String text, int offset) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(wanted);
    }
}
