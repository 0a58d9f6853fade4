-- The ledger: what became of every row of every import.
-- A row's fate is read from three places, the later one wins: its own row (rejected, duplicate, staged),
-- the submission that carries it (in flight, polling, in doubt), its outcome (terminal, written once).

create table import (
    id               bigint generated always as identity primary key,
    name             text        not null,
    file_name        text        not null,
    file_sha256      text        not null,
    file_bytes       bigint      not null,
    fingerprint      text        not null, -- what makes two imports the same: the bytes, their mapping, the Grid they go to
    grid             text        not null, -- base URL and client, no secret
    dialect          text        not null,
    header           text        not null, -- JSON array of the names as they stand in the file
    settings         text        not null, -- JSON of how to run it, no secret
    records          bigint      not null,
    spool            text        not null, -- the copy that is parsed; results are written from it
    state            text        not null check (state in ('STAGING', 'DELIVERING', 'FINISHED', 'ABANDONED')),
    pause_code       text,                 -- why it does not go on by itself; null while nothing is in its way
    pause_message    text,
    duplicates       bigint      not null default 0,
    continues        bigint references import (id), -- the import whose failed rows these are
    output           text        not null, -- folder of the result files
    created_at       timestamptz not null default now(),
    finished_at      timestamptz
);
create index import_fingerprint on import (fingerprint);

-- Who runs an import. The epoch rises with every owner: a statement of an earlier owner finds no row here.
create table lease (
    import_id      bigint primary key references import (id) on delete cascade,
    epoch          int         not null default 0,
    owner          text,
    heartbeat_at   timestamptz,
    stop_requested boolean     not null default false
);

-- Whole records of the spooled file. A block is staged in one transaction; staged_at says that it is.
create table block (
    import_id   bigint not null references import (id) on delete cascade,
    no          int    not null,
    byte_offset bigint not null,
    byte_length int    not null,
    first_row   bigint not null,
    first_line  bigint not null,
    records     int    not null,
    rejected    int    not null default 0,
    errors      int    not null default 0,
    warnings    int    not null default 0,
    staged_at   timestamptz,
    primary key (import_id, no)
);

-- One table of rows an import, made when it starts and attached when it is staged: loading needs no key,
-- and forgetting an import is dropping its table.
create table import_row (
    import_id       bigint not null,
    record_no       bigint not null,
    line            bigint not null,
    state           text   not null check (state in ('STAGED', 'REJECTED', 'DUPLICATE')),
    customer_id     text,
    pending_account text, -- the account type that still has to be created by a call of its own
    text            text  -- the CSV line that is sent; null where nothing is
) partition by list (import_id);

create table problem (
    import_id   bigint not null references import (id) on delete cascade,
    record_no   bigint not null, -- 0: the file as a whole
    line        bigint not null,
    customer_id text,
    column_name text,
    severity    text   not null,
    code        text   not null,
    message     text   not null,
    hint        text   not null,
    value       text
);
create index problem_of_row on problem (import_id, record_no);

-- One call to Grid and the rows that it carries: those STAGED in a range of records.
create table submission (
    import_id     bigint not null references import (id) on delete cascade,
    no            int    not null,
    route         text   not null check (route in ('BULK', 'DIRECT')),
    first_record  bigint not null,
    last_record   bigint not null,
    rows          int    not null,
    bytes         bigint not null,
    state         text   not null check (state in ('PLANNED', 'IN_FLIGHT', 'POLLING', 'JOB_ENDED', 'DISCOVER', 'SETTLED')),
    epoch         int    not null default 0, -- of the owner that made the last move
    attempt       int    not null default 0,
    created_floor timestamptz, -- by Grid's clock: nothing this submission creates is older
    job_id        text,
    job_status    text,
    job_total     bigint,
    job_done      bigint,
    job_successful bigint,
    job_failed    bigint,
    note          text, -- why it stands where it stands, for the operator
    sent_at       timestamptz,
    ended_at      timestamptz,
    settled_at    timestamptz,
    created       int    not null default 0,
    existed       int    not null default 0,
    failed        int    not null default 0,
    undecided     int    not null default 0,
    primary key (import_id, no)
);
create index submission_unsettled on submission (import_id, state) where state <> 'SETTLED';

-- What Grid's job said of single rows, as it said it.
create table job_error (
    import_id     bigint not null references import (id) on delete cascade,
    submission_no int    not null,
    correlation   text,
    code          text   not null,
    message       text   not null
);
create index job_error_of_submission on job_error (import_id, submission_no);

-- The end of a row. Written once, never changed.
create table outcome (
    import_id     bigint not null,
    record_no     bigint not null,
    state         text   not null check (state in ('CREATED', 'ALREADY_EXISTED', 'FAILED', 'NEEDS_OPERATOR')),
    submission_no int    not null,
    grid_customer_id text,
    code          text,
    message       text,
    primary key (import_id, record_no)
) partition by list (import_id);

-- Terminal states never change, whoever asks. NEEDS_OPERATOR waits for a person's decision.
create function refuse_change_of_outcome() returns trigger language plpgsql as $$
begin
    if old.state <> 'NEEDS_OPERATOR' then
        raise exception 'row % of import % is % and stays so', old.record_no, old.import_id, old.state;
    end if;
    return new;
end $$;
create trigger outcome_is_final before update on outcome for each row execute function refuse_change_of_outcome();

-- How long each step took, for the report.
create table step_time (
    import_id  bigint not null references import (id) on delete cascade,
    step       text   not null,
    started_at timestamptz not null,
    ended_at   timestamptz not null
);
