-- When the result files of a finished import were all in place. A process that ended in between leaves it null, and the
-- next command that takes the import up writes them.
alter table import add reported_at timestamptz;
update import set reported_at = finished_at where state = 'FINISHED';
