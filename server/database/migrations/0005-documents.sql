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
