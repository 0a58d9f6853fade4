-- Customers and accounts that an import created and that are deleted again, because an operator takes the import back.
create table deletion (
    import_id  bigint not null references import (id) on delete cascade,
    record_no  bigint not null,
    kind       text   not null check (kind in ('ACCOUNT', 'CUSTOMER')),
    grid_id    text,   -- null once it is forgotten
    state      text   not null check (state in ('PLANNED', 'SENT', 'DELETED', 'GONE', 'FAILED')),
    epoch      int    not null default 0, -- of the owner that made the last move
    attempt    int    not null default 0,
    code       text,   -- why it failed
    message    text,
    note       text,   -- why it stands where it stands, for the operator
    settled_at timestamptz,
    primary key (import_id, record_no, kind)
);

-- What is deleted stays so, whoever asks; what Grid refused to delete may be tried again.
create function refuse_change_of_deletion() returns trigger language plpgsql as $$
begin
    if old.state in ('DELETED', 'GONE') and new.state <> old.state then
        raise exception 'the deletion of row % of import % is % and stays so', old.record_no, old.import_id, old.state;
    end if;
    return new;
end $$;
create trigger deletion_is_final before update on deletion for each row execute function refuse_change_of_deletion();

alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
    check (state in ('STAGING', 'DELIVERING', 'FINISHED', 'ABANDONED', 'UNDOING', 'UNDONE'));
