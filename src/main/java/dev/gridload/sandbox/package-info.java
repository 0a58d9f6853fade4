/**
 * A local Grid for trials and tests, written from its documents. Shares no class with the client.
 *
 * <p>Faults are scripted by {@code POST /sandbox/faults} or a file: {@code {"faults": [{"kind": ...}, ...]}}. Each has a
 * kind, an aim and details; other members are refused. The aim: {@code method}, {@code path} (its ending), {@code id} or
 * {@code containing} (the platformCustomerId), {@code job} (1 for that of the first upload), {@code call} (one occasion
 * alone) or {@code from} and {@code to} (counted from 1), {@code chance} and {@code seed}. What is counted: calls,
 * uploads, answers about one job, rows, or pages. Of several faults of one call the first one counts.
 *
 * <table>
 * <caption>The kinds of faults</caption>
 * <tr><th>kind</th><th>counts</th><th>details (default)</th><th>what happens</th></tr>
 * <tr><td>ANSWER_BEFORE_EFFECT<br>ANSWER_AFTER_EFFECT</td><td>calls</td><td>status (503), code (Grid's for the status),
 *     message, body: ERROR, HTML, HUGE, EMPTY (ERROR), retryAfter: text, retryAfterDate: seconds from now</td>
 *     <td>a made-up answer, with nothing or everything done</td></tr>
 * <tr><td>CLOSE_BEFORE_BODY<br>CLOSE_BEFORE_EFFECT<br>CLOSE_AFTER_EFFECT</td><td>calls</td><td></td>
 *     <td>no answer</td></tr>
 * <tr><td>HANG_BEFORE_EFFECT<br>HANG_AFTER_EFFECT</td><td>calls</td><td>for (PT1M)</td>
 *     <td>real time passes before the work or before its answer</td></tr>
 * <tr><td>HALF_ANSWER<br>MALFORMED_JSON<br>WRONG_LENGTH<br>SLOW_DRIP</td><td>calls</td><td></td>
 *     <td>the true answer, cut off, without its last byte, announced as longer, or byte by byte</td></tr>
 * <tr><td>OTHER_STATUS</td><td>calls</td><td>status (503)</td><td>the true answer under another status</td></tr>
 * <tr><td>NULL_MEMBER</td><td>calls</td><td>member (jobId)</td><td>the true answer with a null</td></tr>
 * <tr><td>UNKNOWN_MEMBERS</td><td>calls</td><td></td><td>the true answer with undocumented members</td></tr>
 * <tr><td>JOB_STUCK</td><td>uploads</td><td>jobStatus: PENDING or PROCESSING (PROCESSING), rows (half; 0 when
 *     PENDING), for (for ever)</td><td>the job waits after that many rows</td></tr>
 * <tr><td>JOB_FAILED</td><td>uploads</td><td>rows (0)</td><td>the job ends as FAILED after that many rows</td></tr>
 * <tr><td>JOB_REOPENED</td><td>uploads</td><td></td><td>COMPLETED, then PROCESSING once, then COMPLETED</td></tr>
 * <tr><td>JOB_SHAPE</td><td>uploads</td><td>shape: GUIDES or PUBLISHED (PUBLISHED)</td><td>the shape of its
 *     answers</td></tr>
 * <tr><td>UPLOAD_REPLAYED</td><td>uploads</td><td>answered: 1 or 2 (1)</td><td>two jobs, one answer</td></tr>
 * <tr><td>JOB_NOT_FOUND<br>JOB_STATUS<br>JOB_BACKWARDS</td><td>answers about one job</td><td>jobStatus: any text</td>
 *     <td>404, that status, or half of the progress</td></tr>
 * <tr><td>ERRORS_TRUNCATED<br>ERRORS_DOUBLED<br>ERRORS_EXTRA</td><td>uploads</td><td>rows (0 kept; 1 extra), code</td>
 *     <td>the job's list of errors is short, doubled, or about ids of nobody; its counts stay true</td></tr>
 * <tr><td>ERRORS_BY_ROW</td><td>uploads</td><td>numbers: ZERO_BASED, ONE_BASED, HEADER_BASED, ROW_N (ONE_BASED)</td>
 *     <td>row numbers in place of ids</td></tr>
 * <tr><td>ERRORS_CODE</td><td>uploads</td><td>code</td><td>that code in every entry</td></tr>
 * <tr><td>ROW_FAILS</td><td>rows of uploads</td><td>code, message</td><td>the row becomes no customer</td></tr>
 * <tr><td>ACCOUNT_STATUS</td><td>accounts</td><td>accountStatus (PENDING), for (for ever)</td><td>the account is born with
 *     that status and becomes ACTIVE after that time</td></tr>
 * <tr><td>ACCOUNT_LATE</td><td>accounts</td><td>for (PT30S)</td><td>lists of its customer leave the account out for that
 *     time</td></tr>
 * <tr><td>LATE_VISIBILITY</td><td>pages</td><td>for (PT30S)</td><td>lists leave out customers younger than that</td></tr>
 * <tr><td>PAGE_REPEATED<br>PAGE_SKIPPED</td><td>pages with a next one</td><td></td><td>the cursor leads to the same
 *     page, or past the next one</td></tr>
 * </table>
 *
 * <p>Besides, {@code "random": {"seed": 7, "rate": 0.05, "kinds": ["CLOSE_AFTER_EFFECT", {"kind": ..., ...}]}} draws for
 * each call that no fault strikes; the same seed draws the same for the same calls in the same order.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.gridload.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
