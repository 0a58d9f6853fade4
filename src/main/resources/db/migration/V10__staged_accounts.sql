-- What creates the account of a row stands in the row until its customer is in Grid: a row is staged by one COPY, and only then
-- does its account get a line of its own. An account of which this column is null has its request in its own line.
alter table import_row add column account_request text;

-- Both are written by the hundred thousand, in transactions that hold the lease of their import: a look-up of the import for
-- each of them finds nothing out.
alter table account drop constraint account_import_id_fkey;
alter table problem drop constraint problem_import_id_fkey;
