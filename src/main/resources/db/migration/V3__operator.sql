-- What operators do with imports: decide, retry, forget.

-- An outcome that is final is not taken back by removing it either; NEEDS_OPERATOR may be, when the row is sent again.
create function refuse_removal_of_outcome() returns trigger language plpgsql as $$
begin
    if old.state <> 'NEEDS_OPERATOR' then
        raise exception 'row % of import % is % and stays so', old.record_no, old.import_id, old.state;
    end if;
    return old;
end $$;
create trigger outcome_is_kept before delete on outcome for each row execute function refuse_removal_of_outcome();

-- Who answered which question about a row, and how.
create table decision (
    import_id   bigint not null references import (id) on delete cascade,
    record_no   bigint not null,
    decided_as  text   not null check (decided_as in ('SENT_AGAIN', 'CREATED', 'FAILED', 'EXISTED')),
    code        text, -- the question, as it was put
    question    text,
    decided_by  text   not null,
    decided_at  timestamptz not null default now()
);
create index decision_of_row on decision (import_id, record_no);

-- Failed rows that another import has taken up. While that one is not abandoned, they are its own.
create table retried (
    import_id  bigint not null references import (id) on delete cascade,
    record_no  bigint not null,
    retried_by bigint not null references import (id) on delete cascade
);
create index retried_row on retried (import_id, record_no);

-- When the customers of an import were forgotten. Its blocks and submissions hold none and stay: they are its counts.
alter table import add purged_at timestamptz;
create index import_continues on import (continues) where continues is not null;
