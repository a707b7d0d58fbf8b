-- Which values lost their source is asked every Monday; erased documents are few.
create index document_erased on document (office_id, document_id) where erased_at is not null;
