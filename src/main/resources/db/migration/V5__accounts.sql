-- Accounts that are created by a call of their own, once their customer is in Grid.
create table account (
    import_id        bigint not null references import (id) on delete cascade,
    record_no        bigint not null,
    customer_record  bigint, -- the row whose customer it belongs to; null where no row of this import carries the customer
    type             text,   -- null as long as the request is
    request          text,   -- the body of the call, all but the customer's Grid id; null where it is still to be made
    state            text   not null check (state in ('WAITING', 'PLANNED', 'IN_FLIGHT', 'DISCOVER', 'CREATED',
                                                      'ALREADY_EXISTED', 'FAILED', 'LEFT_OUT', 'NEEDS_OPERATOR')),
    epoch            int    not null default 0, -- of the owner that made the last move
    attempt          int    not null default 0,
    customer_state   text   check (customer_state in ('CREATED', 'ALREADY_EXISTED')), -- null until the customer is known to be in Grid
    grid_customer_id text,
    grid_account_id  text,
    status           text,   -- as Grid said last: PENDING, ACTIVE, UNDER_REVIEW, INACTIVE
    code             text,   -- of Grid's refusal or of the question to a person
    column_name      text,
    message          text,
    note             text,   -- why it stands where it stands, for the operator
    sent_at          timestamptz,
    settled_at       timestamptz,
    primary key (import_id, record_no)
);
create index account_open on account (import_id, state, record_no) where state in ('PLANNED', 'IN_FLIGHT', 'DISCOVER');
create index account_waiting on account (import_id, customer_record) where state = 'WAITING';

-- As with outcomes: what has ended stays so, whoever asks. Its status at Grid may still change.
create function refuse_change_of_account() returns trigger language plpgsql as $$
begin
    if old.state in ('CREATED', 'ALREADY_EXISTED', 'FAILED', 'LEFT_OUT') and new.state <> old.state then
        raise exception 'the account of row % of import % is % and stays so', old.record_no, old.import_id, old.state;
    end if;
    return new;
end $$;
create trigger account_is_final before update on account for each row execute function refuse_change_of_account();

-- A further row of a customer adds an account to it: what it says of the customer must be the same, and no upload carries it.
alter table import_row add column customer_hash bigint;
alter table import_row drop constraint import_row_state_check;
alter table import_row add constraint import_row_state_check
    check (state in ('STAGED', 'ADDITIONAL', 'REJECTED', 'DUPLICATE'));

-- A customer that is created by a call of its own: text is the body of that call, and no upload carries the row.
alter table import_row add column direct boolean not null default false;

-- The columns that Grid named when it refused a row, several apart by semicolon.
alter table outcome add column column_name text;
