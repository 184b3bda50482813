package dev.startide.adapter.inbound.file;

import dev.startide.domain.event.SourcePosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a file has been read, and what it held up to there: a file that was written anew is told
/// from one that grew.
///
/// @param bytes how many bytes were read
/// @param digest the SHA-256 of these bytes, in hexadecimal digits
record FilePosition(long bytes, String digest) {

    /// Nothing was read yet.
    static final FilePosition START = new FilePosition(0, "");

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /// A position that was written by something else counts as none.
    static FilePosition of(SourcePosition position) {
        Matcher token = TOKEN.matcher(position.token());
        return token.matches() ? new FilePosition(Long.parseLong(token.group(1)), token.group(2)) : START;
    }

    SourcePosition toSource() {
        return new SourcePosition(bytes + ":" + digest);
    }
}
