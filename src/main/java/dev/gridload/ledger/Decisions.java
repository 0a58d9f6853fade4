package dev.gridload.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that only a person can answer, and the answers. */
public final class Decisions {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Updates updates;

    Decisions(JdbcClient sql, TransactionTemplate transaction, Accounts accounts, Updates updates) {
        this.sql = sql;
        this.transaction = transaction;
        this.accounts = accounts;
        this.updates = updates;
    }

    /** One row that waits for an answer, and why. */
    public record Question(long recordNo, String code, String message) {}

    /** What waits for an answer, in the order of the rows. */
    public List<Question> open(long importId) {
        return sql.sql("""
                        select record_no, coalesce(code, ''), coalesce(message, '')
                          from (select import_id, record_no, state, code, message from outcome
                                union all
                                select import_id, record_no, state, code, message from account) asked
                         where import_id = ? and state = 'NEEDS_OPERATOR' order by record_no
                        """)
                .param(importId)
                .query((row, n) -> new Question(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * Answers for these rows, all of them or none.
     *
     * @param gridId Grid's id of the customer or account that the question is about; null where it is not known
     * @param by who says so
     * @throws IllegalStateException when one of them does not wait for an answer
     */
    public void answer(Lease lease, List<Long> rows, Answer answer, @Nullable String gridId, String by) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            for (long row : rows) {
                if (!RowState.NEEDS_OPERATOR.mayBecome(answer.rowState())) {
                    throw new IllegalStateException("a row cannot become " + answer.rowState() + " by an answer");
                }
                answer(lease, row, answer, gridId, by);
            }
            sql.sql("""
                            update import set state = 'DELIVERING', finished_at = null
                             where state = 'FINISHED' and id = :id
                               and (:again or exists (select from account where import_id = :id and state = 'PLANNED')
                                    or exists (select from customer_update where import_id = :id and state = 'PLANNED'))
                            """)
                    .param("id", lease.importId())
                    .param("again", answer == Answer.SENT_AGAIN)
                    .update();
        });
    }

    /** A row is asked about its customer or about its account, never about both at a time. */
    private void answer(Lease lease, long row, Answer answer, @Nullable String gridId, String by) {
        Optional<Asked> ofCustomer = askedOfCustomer(lease.importId(), row);
        if (ofCustomer.isEmpty()) {
            Asked asked = accounts.asked(lease.importId(), row)
                    .orElseThrow(() -> new IllegalStateException(
                            "row " + row + " of import " + lease.importId() + " does not wait for an answer"));
            note(lease.importId(), row, asked, answer, by);
            accounts.answer(lease, row, asked, answer, gridId);
            return;
        }
        note(lease.importId(), row, ofCustomer.get(), answer, by);
        if (answer == Answer.SENT_AGAIN) {
            planAgain(lease, row, ofCustomer.get());
        } else {
            end(lease, row, ofCustomer.get(), answer, gridId);
            accounts.customersSettled(lease, new long[] {row});
            updates.customersSettled(lease, new long[] {row});
        }
    }

    private void note(long importId, long row, Asked asked, Answer answer, String by) {
        sql.sql("""
                        insert into decision (import_id, record_no, decided_as, code, question, decided_by)
                        values (:id, :row, :answer, :code, :question, :by)
                        """)
                .param("id", importId)
                .param("row", row)
                .param("answer", answer.name())
                .param("code", asked.code())
                .param("question", asked.message())
                .param("by", by)
                .update();
    }

    private Optional<Asked> askedOfCustomer(long importId, long row) {
        return sql.sql("""
                        select submission_no, code, message from outcome
                         where import_id = ? and record_no = ? and state = 'NEEDS_OPERATOR' for update
                        """)
                .params(importId, row)
                .query((r, n) -> new Asked(r.getInt(1), r.getString(2), r.getString(3)))
                .optional();
    }

    /** The row leaves its submission for one of its own, which inherits the moment of the first sending. */
    private void planAgain(Lease lease, long row, Asked asked) {
        sql.sql("delete from outcome where import_id = ? and record_no = ?")
                .params(lease.importId(), row)
                .update();
        sql.sql("update submission set undecided = undecided - 1 where import_id = ? and no = ?")
                .params(lease.importId(), asked.submissionNo())
                .update();
        sql.sql("""
                        insert into submission (import_id, no, route, first_record, last_record, rows, bytes, state,
                                                epoch, created_floor, note)
                        select import_id, (select max(no) + 1 from submission where import_id = s.import_id), 'DIRECT',
                               :row, :row, 1, 0, 'PLANNED', :epoch, created_floor, 'an operator decided to send it again'
                          from submission s where import_id = :id and no = :no
                        """)
                .param("row", row)
                .param("epoch", lease.epoch())
                .param("id", lease.importId())
                .param("no", asked.submissionNo())
                .update();
    }

    private void end(Lease lease, long row, Asked asked, Answer answer, @Nullable String gridCustomerId) {
        boolean failed = answer == Answer.FAILED;
        sql.sql("""
                        update outcome set state = :state, code = :code,
                               grid_customer_id = case when not :failed
                                                       then coalesce(cast(:gridId as text), grid_customer_id) end,
                               message = :message
                         where import_id = :id and record_no = :row
                        """)
                .param("state", answer.rowState().name())
                .param("gridId", gridCustomerId)
                .param("failed", failed)
                .param("code", failed ? asked.code() : null)
                .param("message", failed ? "an operator decided that it failed: " + asked.message() : null)
                .param("id", lease.importId())
                .param("row", row)
                .update();
        sql.sql("""
                        update submission set undecided = undecided - 1, created = created + ?, existed = existed + ?,
                               failed = failed + ?
                         where import_id = ? and no = ?
                        """)
                .params(
                        answer == Answer.CREATED ? 1 : 0,
                        answer == Answer.EXISTED ? 1 : 0,
                        failed ? 1 : 0,
                        lease.importId(),
                        asked.submissionNo())
                .update();
    }

    /** @param submissionNo 0 where the question is about an account */
    record Asked(
            int submissionNo,
            @Nullable String code,
            @Nullable String message) {}
}
