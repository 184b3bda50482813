package dev.startide.dev;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// An empty database that belongs to one test.
///
/// @param jdbcUrl its URL, without user and password
/// @param user a superuser, or at least the owner of the database
/// @param password the user's password
public record TestDatabase(String jdbcUrl, String user, String password) {

    /// Connections to the database; each call of the source opens a new one.
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /// Leaves the password out, because this ends up in the reports of tests.
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
