-- Customers that were in Grid before an import and are changed to what their rows say, where the import is to do that.
alter table import add column updates_existing boolean not null default false;

create table customer_update (
    import_id       bigint not null,
    record_no       bigint not null,
    state           text   not null check (state in ('PLANNED', 'SENT', 'UPDATED', 'UNCHANGED', 'FAILED')),
    epoch           int    not null default 0, -- of the owner that made the last move
    attempt         int    not null default 0,
    changed_columns text,   -- names only, several apart by semicolon
    code            text,   -- why it failed
    column_name     text,
    message         text,
    note            text,   -- why it stands where it stands, for the operator
    settled_at      timestamptz,
    primary key (import_id, record_no)
);
create index customer_update_open on customer_update (import_id, record_no) where state in ('PLANNED', 'SENT');

-- As with outcomes: what has ended stays so, whoever asks.
create function refuse_change_of_update() returns trigger language plpgsql as $$
begin
    if old.state in ('UPDATED', 'UNCHANGED', 'FAILED') and new.state <> old.state then
        raise exception 'the update of row % of import % is % and stays so', old.record_no, old.import_id, old.state;
    end if;
    return new;
end $$;
create trigger update_is_final before update on customer_update for each row execute function refuse_change_of_update();

-- Rows whose customers Grid had before anything was sent, where an import leaves those out: nothing of them is sent.
-- skipped is null until all customers were looked for.
alter table import add column skipped bigint;
alter table import_row drop constraint import_row_state_check;
alter table import_row add constraint import_row_state_check
    check (state in ('STAGED', 'ADDITIONAL', 'SKIPPED', 'REJECTED', 'DUPLICATE'));

-- What the search has found so far; emptied when it is over.
create table found_customer (
    import_id        bigint not null references import (id) on delete cascade,
    customer_id      text   not null,
    grid_customer_id text   not null,
    primary key (import_id, customer_id)
);
