-- Documents: what is known of stored bytes. The bytes themselves are in the storage (server/storage), under keys of ours.

create table documents (
  company_id integer not null references companies,
  id uuid not null,
  name text not null, -- as a user may see it; never part of a path
  mime text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null,
  kind text not null,
  created_at timestamptz not null,
  primary key (company_id, id)
);

-- Bytes that no document claims (yet). A row is committed before the first byte is stored, and leaves in the transaction
-- that makes the document of the same id: what a crash leaves behind is found here (jobs/sweep-uploads.ts).
create table document_uploads (
  company_id integer not null references companies,
  id uuid not null,
  begun_at timestamptz not null default now(),
  abandoned_at timestamptz, -- from here on nobody may claim it: its bytes are being removed
  primary key (company_id, id)
);
create index document_uploads_oldest on document_uploads (begun_at);

-- However a document goes, by itself or with what it belonged to, a job of the same transaction removes its bytes.
create function remove_bytes() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job('remove-bytes', json_build_object('companyId', old.company_id, 'documentId', old.id));
  return null;
end $$;

create trigger documents_gone after delete on documents for each row execute function remove_bytes();

-- What has a document takes it along when it goes.
create function delete_document() returns trigger language plpgsql as $$
begin
  delete from documents where company_id = old.company_id and id = old.document_id;
  return null;
end $$;

-- Files and directories of the portal: a directory is what has no document. `parent_is_directory` lets the foreign key say
-- that nothing lies in a file.
create table files (
  company_id integer not null references companies,
  id uuid not null,
  directory_id uuid, -- null: at the top
  document_id uuid,
  name text not null,
  is_directory boolean not null generated always as (document_id is null) stored,
  parent_is_directory boolean generated always as (case when directory_id is null then null else true end) stored,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, id, is_directory),
  unique (company_id, document_id),
  foreign key (company_id, directory_id, parent_is_directory) references files (company_id, id, is_directory)
    on delete cascade,
  foreign key (company_id, document_id) references documents
);
create index files_newest on files (company_id, directory_id, created_at, id);
create trigger files_gone after delete on files for each row when (old.document_id is not null)
  execute function delete_document();

create table file_requests (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  description text,
  directory_id uuid, -- where the files go
  to_directory boolean generated always as (case when directory_id is null then null else true end) stored,
  customer_id uuid,
  link_token text not null, -- lets whoever holds the link see what is asked, and upload it
  completed_at timestamptz, -- when all that is required was there
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, directory_id, to_directory) references files (company_id, id, is_directory),
  foreign key (company_id, customer_id) references customers
);
create index file_requests_newest on file_requests (company_id, created_at, id);
create index file_requests_of_customer on file_requests (company_id, customer_id);
create index file_requests_of_directory on file_requests (company_id, directory_id);
create trigger file_requests_counted_in after insert on file_requests
  referencing new table as new_rows for each statement execute function count_rows('file_requests');
create trigger file_requests_counted_out after delete on file_requests
  referencing old table as old_rows for each statement execute function count_rows('file_requests');

-- A directory that goes is no longer where a request's files go: they go to the top.
create function forget_directory() returns trigger language plpgsql as $$
begin
  update file_requests set directory_id = null where company_id = old.company_id and directory_id = old.id;
  return old;
end $$;
create trigger directories_going before delete on files for each row when (old.document_id is null)
  execute function forget_directory();

create table requested_files (
  company_id integer not null,
  id uuid not null,
  request_id uuid not null,
  position smallint not null,
  name text not null,
  description text,
  required boolean not null,
  max_size_kb integer not null check (max_size_kb > 0),
  file_id uuid, -- what was uploaded
  primary key (company_id, id),
  foreign key (company_id, request_id) references file_requests on delete cascade,
  foreign key (company_id, file_id) references files on delete set null (file_id)
);
create index requested_files_of_request on requested_files (company_id, request_id, position);
create index requested_files_of_file on requested_files (company_id, file_id);

create table file_shares (
  company_id integer not null references companies,
  id uuid not null,
  customer_id uuid,
  link_token text not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers
);
create index file_shares_newest on file_shares (company_id, created_at, id);
create index file_shares_of_customer on file_shares (company_id, customer_id);
create trigger file_shares_counted_in after insert on file_shares
  referencing new table as new_rows for each statement execute function count_rows('file_shares');
create trigger file_shares_counted_out after delete on file_shares
  referencing old table as old_rows for each statement execute function count_rows('file_shares');

create table file_share_content (
  company_id integer not null,
  share_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  primary key (company_id, share_id, file_id),
  foreign key (company_id, share_id) references file_shares on delete cascade,
  foreign key (company_id, file_id) references files on delete cascade
);
create index file_share_content_of_file on file_share_content (company_id, file_id);

create table ticket_attachments (
  company_id integer not null,
  id uuid not null,
  message_id uuid not null,
  document_id uuid not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, document_id),
  foreign key (company_id, message_id) references ticket_messages on delete cascade,
  foreign key (company_id, document_id) references documents
);
create index ticket_attachments_of_message on ticket_attachments (company_id, message_id, id);
create trigger ticket_attachments_gone after delete on ticket_attachments for each row
  execute function delete_document();

-- The PDF that an invoice came with.
alter table invoices add column document_id uuid;
alter table invoices add foreign key (company_id, document_id) references documents;
create unique index invoices_document on invoices (company_id, document_id) where document_id is not null;
create trigger invoices_gone after delete on invoices for each row when (old.document_id is not null)
  execute function delete_document();
