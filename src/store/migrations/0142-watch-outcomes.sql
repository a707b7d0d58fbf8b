-- What became of each file of a watched folder or item of a feed, with the reason in both languages.
alter table watch_item add column outcome jsonb;
create index watch_item_seen on watch_item (office_id, watch_id, seen_at);
