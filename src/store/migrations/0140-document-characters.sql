-- How long the text of a document is, kept beside it: a list of documents need not unpack every text to say so.
alter table document add column characters integer generated always as (length(body)) stored;
