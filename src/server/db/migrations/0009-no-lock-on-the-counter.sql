-- Only the number itself locks a stream's counter. A foreign key to it locked the row for
-- every body and item as well, shared, and shared locks made PostgreSQL 15 refuse writes now
-- and then (decision 0029). Unknown streams are still refused: nothing is committed without
-- sync_publish, which finds no counter for them, and a counter is never deleted.
alter table sync_item drop constraint sync_item_stream_fkey;
alter table sync_body drop constraint sync_body_stream_fkey;
