package dev.gridload.ledger.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** How to connect to a running server. Not a record: its toString must not tell the password. */
final class Login {

    private static final String CONNECT_SECONDS = "10";

    private final int port;
    private final String password;

    Login(int port, String password) {
        this.port = port;
        this.password = password;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.ROLE;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.ROLE);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        return DriverManager.getConnection(url(), properties);
    }

    /** A role or database may carry settings of its own, which win over those of the command line. */
    void refuseUnlessDurable(PostgresHome home) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : Settings.DURABLE) {
                try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                    if (!shown.next() || !shown.getString(1).equals("on")) {
                        throw new DatabaseUnavailable(
                                "PostgreSQL runs with " + setting + "=" + shown.getString(1)
                                        + ", so that a crash could lose confirmed rows",
                                home.data(),
                                "Undo that setting of the role or database, or " + DatabaseUnavailable.ELSEWHERE + ".");
                    }
                }
            }
        } catch (SQLException cause) {
            throw new DatabaseUnavailable(
                    "PostgreSQL was started but does not let us in: " + cause.getMessage(),
                    home.data(),
                    "See " + home.log() + ", or " + DatabaseUnavailable.ELSEWHERE + ".",
                    cause);
        }
    }
}
