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
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver under {@code jdbc:counting:postgresql:}, with a failpoint at each commit that changes something: one that is
 * asked for, and each change made without a transaction. What Spring Batch notes for itself is counted apart.
 */
final class CountingDriver implements Driver {

    static final String PREFIX = "jdbc:counting:";

    private final Driver postgres = new org.postgresql.Driver();
    private final Failpoint ledger;
    private final Failpoint batch;

    /**
     * @param ledger at commits that change our own tables, or others' together with them
     * @param batch at commits that change tables of Spring Batch alone
     */
    CountingDriver(Failpoint ledger, Failpoint batch) {
        this.ledger = ledger;
        this.batch = batch;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = postgres.connect("jdbc:" + url.substring(PREFIX.length()), properties);
        Transaction open = new Transaction(real);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "commit" -> {
                    Failpoint here = open.changes() ? failpoint(open.ofBatch()) : Failpoint.NEVER;
                    open.ended();
                    return here.pass(() -> call(real, method, arguments));
                }
                case "rollback" -> open.ended();
                default -> {}
            }
            Object made = call(real, method, arguments);
            if (made instanceof PreparedStatement statement && arguments != null) {
                return counted(PreparedStatement.class, statement, open, (String) arguments[0]);
            }
            return made instanceof Statement statement ? counted(Statement.class, statement, open, null) : made;
        });
    }

    private Failpoint failpoint(boolean ofBatch) {
        return ofBatch ? batch : ledger;
    }

    /** @param prepared its text; null where each execution has its own */
    private <S extends Statement> S counted(Class<S> type, S statement, Transaction open, @Nullable String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String text = prepared != null ? prepared : arguments == null ? "" : (String) arguments[0];
            Failpoint here = open.isNone() && Transaction.changes(text)
                    ? failpoint(Transaction.isOfBatch(text))
                    : Failpoint.NEVER;
            open.holds(text);
            return here.pass(() -> call(statement, method, arguments));
        });
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
