-- Until when a Grid wants no request. Kept for the process that goes on after the one which was told.
create table grid_hold (
    grid text primary key, -- as in import.grid
    ends timestamptz not null
);
