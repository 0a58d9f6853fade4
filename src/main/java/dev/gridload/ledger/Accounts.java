package dev.gridload.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts that are created by a call of their own: planned once their customer is in Grid, intended, answered. Every move names
 * the state and the epoch that it starts from.
 */
public final class Accounts {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Moves moves;

    Accounts(JdbcClient sql, TransactionTemplate transaction, Moves moves) {
        this.sql = sql;
        this.transaction = transaction;
        this.moves = moves;
    }

    /** Accounts in this state after a record, in record order. */
    public List<Account> inState(long importId, AccountState state, long afterRecord, int limit) {
        return sql.sql("""
                        select a.*, r.customer_id, r.account_request from account a
                          join import_row r on r.import_id = a.import_id and r.record_no = a.record_no
                         where a.import_id = ? and a.state = ? and a.record_no > ? order by a.record_no limit ?
                        """)
                .params(importId, state.name(), afterRecord, limit)
                .query(Accounts::read)
                .list();
    }

    /** Accounts whose turn has come and that are not at their end. */
    public long open(long importId) {
        return sql.sql("""
                        select count(*) from account
                         where import_id = ? and state in ('PLANNED', 'IN_FLIGHT', 'DISCOVER')
                        """).param(importId).query(Long.class).single();
    }

    /** Whether accounts of an import failed whose customers are in Grid, or that no upload carries. */
    public boolean failed(long importId) {
        return sql.sql("select exists (select from account where import_id = ? and state in ('FAILED', 'LEFT_OUT'))")
                .param(importId)
                .query(Boolean.class)
                .single();
    }

    /** Commits the intent to send, before the first byte leaves. */
    public Account intend(Lease lease, Account planned) {
        move(lease, planned, AccountState.IN_FLIGHT, ", attempt = attempt + 1, sent_at = now(), note = null");
        return planned.at(AccountState.IN_FLIGHT, lease.epoch(), planned.attempt() + 1);
    }

    /** It is certain that Grid did nothing; the account waits to be sent again. */
    public void notProcessed(Lease lease, Account inFlight, String why) {
        move(lease, inFlight, AccountState.PLANNED, ", attempt = attempt - 1, note = ?", why);
    }

    /** Nobody knows what Grid did; it is asked before anything is sent again. */
    public void inDoubt(Lease lease, Account inFlight, String why) {
        move(lease, inFlight, AccountState.DISCOVER, ", note = ?", why);
    }

    /** Grid certainly does not have the account that was in doubt; it is to be sent once more. */
    public void sendAgain(Lease lease, Account inDoubt, String why) {
        move(lease, inDoubt, AccountState.PLANNED, ", note = ?", why);
    }

    public void settle(Lease lease, Account account, AccountEnd end) {
        move(
                lease,
                account,
                end.state(),
                ", settled_at = now(), grid_account_id = ?, status = ?, code = ?, column_name = ?, message = ?",
                end.gridAccountId(),
                end.status(),
                end.code(),
                end.column(),
                end.message());
    }

    /** What an owner that is no more had sent or was about to send: nobody knows whether it arrived. */
    public int doubtWhatADeadOwnerSent(Lease lease) {
        return transaction.execute(status -> {
            lease.fence();
            return sql.sql("""
                            update account set state = 'DISCOVER', epoch = ?,
                                   note = 'the process that sent it ended before it knew the answer'
                             where import_id = ? and state = 'IN_FLIGHT'
                            """).params(lease.epoch(), lease.importId()).update();
        });
    }

    /** What would have created the customer of an account whose request is still to be made. */
    public Submissions.Text text(Account account) {
        return sql.sql("select direct, text from import_row where import_id = ? and record_no = ?")
                .params(account.importId(), account.recordNo())
                .query((row, n) -> new Submissions.Text(row.getBoolean(1), row.getString(2)))
                .single();
    }

    /** What will be sent for a planned account. */
    public Account requested(Lease lease, Account planned, String type, String request) {
        return note(lease, planned, "update account set type = ?, request = ?, epoch = ?", type, request);
    }

    /** Grid's id of the customer of a planned account, which was in Grid before this import. */
    public Account customerFound(Lease lease, Account planned, String gridCustomerId) {
        return note(lease, planned, """
                update account set grid_customer_id = ?, customer_state = coalesce(customer_state, 'ALREADY_EXISTED'), epoch = ?
                """, gridCustomerId);
    }

    private Account note(Lease lease, Account planned, String update, Object... values) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(values));
        parameters.addAll(List.of(lease.epoch(), planned.importId(), planned.recordNo(), planned.epoch()));
        moves.commit(
                lease,
                new Moves.Move(
                        update + " where import_id = ? and record_no = ? and state = 'PLANNED' and epoch = ?",
                        parameters,
                        line(planned).notThere(AccountState.PLANNED)));
        return get(planned);
    }

    /** Accounts in Grid after a record of which Grid has not said yet that they can be used or never will be. */
    public List<Account> notActive(long importId, long afterRecord, int limit) {
        return sql.sql("""
                        select a.*, r.customer_id, r.account_request from account a
                          join import_row r on r.import_id = a.import_id and r.record_no = a.record_no
                         where a.import_id = ? and a.state in ('CREATED', 'ALREADY_EXISTED') and a.record_no > ?
                           and a.status is distinct from 'ACTIVE' and a.status is distinct from 'INACTIVE'
                           and a.grid_customer_id is not null and a.grid_account_id is not null
                         order by a.record_no limit ?
                        """)
                .params(importId, afterRecord, limit)
                .query(Accounts::read)
                .list();
    }

    /** Notes how Grid sees an account now. */
    public void status(Lease lease, Account account, String now) {
        transaction.executeWithoutResult(transactionStatus -> {
            lease.fence();
            sql.sql("update account set status = ? where import_id = ? and record_no = ?")
                    .params(now, account.importId(), account.recordNo())
                    .update();
        });
    }

    /** Their customers are in Grid, and no row of this import carries them. In the transaction that closes staging. */
    int planWithoutCustomers(long importId) {
        sql.sql("""
                        insert into account (import_id, record_no, type, state)
                        select import_id, record_no, pending_account, 'PLANNED' from import_row_%d
                         where state = 'STAGED' and account_request is not null
                        """.formatted(importId)).update();
        return sql.sql("update import_row_%d set state = 'ADDITIONAL' where state = 'STAGED'".formatted(importId))
                .update();
    }

    /** Customers have come to their end: the turn of their accounts has come, or never will. In the caller's transaction. */
    void customersSettled(Lease lease, long[] records) {
        String settled = array(records);
        String apart = array(apart(lease.importId(), settled));
        if (!apart.equals(array())) {
            sql.sql("""
                        insert into account (import_id, record_no, customer_record, type, state, customer_state,
                                             grid_customer_id, epoch)
                        select r.import_id, r.record_no, r.record_no, r.pending_account,
                               case when o.state = 'FAILED' then 'LEFT_OUT' else 'PLANNED' end, nullif(o.state, 'FAILED'),
                               o.grid_customer_id, :epoch
                          from unnest(cast(:apart as bigint[])) apart (record_no)
                          join import_row r on r.import_id = :id and r.record_no = apart.record_no
                          join outcome o on o.import_id = :id and o.record_no = apart.record_no
                         where r.state = 'STAGED' and r.account_request is not null and o.state <> 'NEEDS_OPERATOR'
                        on conflict do nothing
                        """)
                    .param("id", lease.importId())
                    .param("apart", apart)
                    .param("epoch", lease.epoch())
                    .update();
        }
        // Those that further rows add to one of these customers.
        sql.sql("""
                        update account a
                           set state = case when o.state = 'FAILED' then 'LEFT_OUT' else 'PLANNED' end,
                               customer_state = nullif(o.state, 'FAILED'), grid_customer_id = o.grid_customer_id, epoch = :epoch,
                               code = case when o.state = 'FAILED' then 'CUSTOMER_NOT_IN_GRID' end,
                               message = case when o.state = 'FAILED'
                                              then 'its customer, in row ' || a.customer_record || ', was refused by Grid' end
                          from outcome o
                         where a.import_id = :id and a.state = 'WAITING' and a.customer_record = any(cast(:settled as bigint[]))
                           and o.import_id = :id and o.record_no = a.customer_record and o.state <> 'NEEDS_OPERATOR'
                        """)
                .param("id", lease.importId())
                .param("settled", settled)
                .param("epoch", lease.epoch())
                .update();
    }

    /** Those of these rows whose account is created by a call of its own. Most uploads carry none: asked first, it costs little. */
    private long[] apart(long importId, String records) {
        return sql.sql("""
                        select record_no from import_row
                         where import_id = :id and record_no = any(cast(:records as bigint[]))
                           and state = 'STAGED' and account_request is not null
                        """).param("id", importId).param("records", records).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** As PostgreSQL reads it. */
    private static String array(long... numbers) {
        return Arrays.toString(numbers).replace('[', '{').replace(']', '}');
    }

    Optional<Decisions.Asked> asked(long importId, long row) {
        return sql.sql("""
                        select code, message from account
                         where import_id = ? and record_no = ? and state = 'NEEDS_OPERATOR' for update
                        """)
                .params(importId, row)
                .query((r, n) -> new Decisions.Asked(0, r.getString(1), r.getString(2)))
                .optional();
    }

    /** Carries out what a person says of an account; runs in the transaction of its caller. */
    void answer(Lease lease, long row, Decisions.Asked asked, Answer answer, @Nullable String gridAccountId) {
        AccountState end = switch (answer) {
            case SENT_AGAIN -> AccountState.PLANNED;
            case CREATED -> AccountState.CREATED;
            case EXISTED -> AccountState.ALREADY_EXISTED;
            case FAILED -> AccountState.FAILED;
        };
        boolean failed = answer == Answer.FAILED;
        sql.sql("""
                        update account set state = :state, epoch = :epoch, attempt = 0, code = :code, message = :message,
                               grid_account_id = coalesce(cast(:gridId as text), grid_account_id),
                               note = 'an operator decided'
                         where import_id = :id and record_no = :row and state = 'NEEDS_OPERATOR'
                        """)
                .param("state", end.name())
                .param("epoch", lease.epoch())
                .param("code", failed ? asked.code() : null)
                .param("message", failed ? "an operator decided that it failed: " + asked.message() : null)
                .param("gridId", gridAccountId)
                .param("id", lease.importId())
                .param("row", row)
                .update();
    }

    private Account get(Account account) {
        return sql.sql("""
                        select a.*, r.customer_id, r.account_request from account a
                          join import_row r on r.import_id = a.import_id and r.record_no = a.record_no
                         where a.import_id = ? and a.record_no = ?
                        """)
                .params(account.importId(), account.recordNo())
                .query(Accounts::read)
                .single();
    }

    private void move(Lease lease, Account from, AccountState to, String assignments, @Nullable Object... values) {
        moves.commit(lease, line(from).to(lease, to, assignments, values));
    }

    private static Line<AccountState> line(Account account) {
        return new Line<>(
                "account",
                List.of("import_id", "record_no"),
                List.of(account.importId(), account.recordNo()),
                "the account of row " + account.recordNo() + " of import " + account.importId(),
                account.state(),
                account.epoch());
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("import_id"),
                row.getLong("record_no"),
                row.getString("customer_id"),
                row.getString("request") == null ? row.getString("account_request") : row.getString("request"),
                AccountState.valueOf(row.getString("state")),
                row.getInt("epoch"),
                row.getInt("attempt"),
                "ALREADY_EXISTED".equals(row.getString("customer_state")),
                row.getString("grid_customer_id"),
                row.getString("grid_account_id"),
                row.getString("note"));
    }
}
