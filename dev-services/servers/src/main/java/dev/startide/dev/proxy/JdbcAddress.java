package dev.startide.dev.proxy;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a JDBC URL leads to.
final class JdbcAddress {

    private static final Pattern URL = Pattern.compile("^jdbc:postgresql://([^:/]+):(\\d+)/");

    private JdbcAddress() {}

    static InetSocketAddress of(String jdbcUrl) {
        Matcher found = URL.matcher(jdbcUrl);
        if (!found.find()) {
            throw new IllegalArgumentException("There is no host and port in " + jdbcUrl);
        }
        return new InetSocketAddress(found.group(1), Integer.parseInt(found.group(2)));
    }

    /// The same database at a port of this machine.
    static String moved(String jdbcUrl, int port) {
        return URL.matcher(jdbcUrl).replaceFirst("jdbc:postgresql://127.0.0.1:%d/".formatted(port));
    }
}
