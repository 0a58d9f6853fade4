-- What two rows of a file may not have in common, each as a 64-bit hash; null where the row has none.
alter table import_row add column uma_hash bigint;
alter table import_row add column account_hash bigint;
