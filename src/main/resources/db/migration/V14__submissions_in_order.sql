-- Imports that create each customer by a call of its own have a submission a row; they are taken by hundreds, in their order.
drop index submission_unsettled;
create index submission_unsettled on submission (import_id, state, no) where state <> 'SETTLED';

-- As with accounts and problems: a look-up of the import for each of them finds nothing out.
alter table submission drop constraint submission_import_id_fkey;
