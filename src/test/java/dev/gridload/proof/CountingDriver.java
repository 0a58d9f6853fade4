package dev.gridload.proof;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver under {@code jdbc:counting:postgresql:}, with a failpoint at each commit: one that is asked for, and
 * each change made without a transaction.
 */
final class CountingDriver implements Driver {

    static final String PREFIX = "jdbc:counting:";
    private static final Set<String> CHANGES =
            Set.of("execute", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final Driver postgres = new org.postgresql.Driver();
    private final Failpoint commits;

    CountingDriver(Failpoint commits) {
        this.commits = commits;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = postgres.connect("jdbc:" + url.substring(PREFIX.length()), properties);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return commits.pass(() -> call(real, method, arguments));
            }
            Object made = call(real, method, arguments);
            if (made instanceof PreparedStatement statement) {
                return counted(real, PreparedStatement.class, statement);
            }
            return made instanceof Statement statement ? counted(real, Statement.class, statement) : made;
        });
    }

    private <S extends Statement> S counted(Connection connection, Class<S> type, S statement) {
        return proxy(
                type,
                (proxy, method, arguments) -> CHANGES.contains(method.getName()) && connection.getAutoCommit()
                        ? commits.pass(() -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.gridload.proof");
    }
}
