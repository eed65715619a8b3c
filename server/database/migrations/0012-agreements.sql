-- An agreement is signed by the company when it is made and by those who are invited to it, in any order. Once all of
-- them have signed it is sealed. What was signed, and who signed it, the database itself keeps from being changed.

create table agreements (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  signer_name text not null, -- who signed for the company
  signer_signature text not null, -- a data URL
  signer_signature_hash text not null, -- domain/agreements/signature.ts
  signer_count smallint not null check (signer_count > 0),
  signature_count smallint not null default 0 check (signature_count between 0 and signer_count),
  signed_at timestamptz, -- when the last of the invited signed
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint agreements_sealed check ((signed_at is not null) = (signature_count = signer_count))
);
create index agreements_newest on agreements (company_id, created_at, id);

create table agreement_signers (
  company_id integer not null,
  id uuid not null,
  agreement_id uuid not null,
  position smallint not null,
  first_name text not null,
  last_name text not null,
  email text not null,
  should_identify boolean not null,
  link_token text not null, -- opens the agreement to whoever holds the signer's link
  signature text, -- a data URL
  signature_hash text,
  signed_at timestamptz,
  signed_ip text,
  signed_user_agent text,
  signed_documents jsonb, -- the documents that were signed: [{id, sha256}]
  identified_at timestamptz, -- when the code that was mailed came back
  primary key (company_id, id),
  unique (company_id, agreement_id, position),
  foreign key (company_id, agreement_id) references agreements on delete cascade,
  constraint agreement_signers_signed check (
    num_nonnulls(signature, signature_hash, signed_at, signed_ip, signed_documents) in (0, 5)),
  constraint agreement_signers_identified check (signed_at is null or not should_identify or identified_at is not null)
);

-- Codes that prove that a signer reads the address that was invited.
create table agreement_codes (
  company_id integer not null,
  id uuid not null,
  signer_id uuid not null,
  hash bytea not null, -- SHA-256 of its id and the code
  attempts smallint not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, signer_id) references agreement_signers on delete cascade
);
create index agreement_codes_of_signer on agreement_codes (company_id, signer_id, sent_at);

create table agreement_documents (
  company_id integer not null,
  id uuid not null,
  agreement_id uuid not null,
  position smallint not null,
  name text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 text not null, -- of the document as it was uploaded: what is signed
  document_id uuid not null,
  sealed_document_id uuid, -- the same with the page about the signatures
  primary key (company_id, id),
  unique (company_id, agreement_id, position),
  foreign key (company_id, agreement_id) references agreements on delete cascade,
  foreign key (company_id, document_id) references documents,
  foreign key (company_id, sealed_document_id) references documents
);
create index agreement_documents_stored on agreement_documents (company_id, document_id);
create index agreement_documents_sealed on agreement_documents (company_id, sealed_document_id)
  where sealed_document_id is not null;

create function keep_agreement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.signature_count > 0 then
      raise exception 'a signed agreement is kept' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.signed_at is not null then
    raise exception 'a sealed agreement does not change' using errcode = 'restrict_violation';
  end if;
  if new.signature_count <> old.signature_count + 1
     or (new.company_id, new.id, new.name, new.signer_name, new.signer_signature, new.signer_signature_hash,
         new.signer_count, new.created_at)
        is distinct from
        (old.company_id, old.id, old.name, old.signer_name, old.signer_signature, old.signer_signature_hash,
         old.signer_count, old.created_at) then
    raise exception 'an agreement changes by a signature only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreements_kept before update or delete on agreements
  for each row execute function keep_agreement();

create function keep_agreement_signer() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from agreements a where a.company_id = new.company_id and a.id = new.agreement_id
                                          and a.signature_count > 0) then
      raise exception 'nobody is added to a signed agreement' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if old.signed_at is not null then
    raise exception 'a signature does not change' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then
    if exists (select from agreements a where a.company_id = old.company_id and a.id = old.agreement_id) then
      raise exception 'a signer leaves with the agreement only' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if (new.company_id, new.id, new.agreement_id, new.position, new.first_name, new.last_name, new.email, new.should_identify)
     is distinct from
     (old.company_id, old.id, old.agreement_id, old.position, old.first_name, old.last_name, old.email, old.should_identify)
  then
    raise exception 'who is invited does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_signers_kept before insert or update or delete on agreement_signers
  for each row execute function keep_agreement_signer();

create function keep_agreement_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from agreements a where a.company_id = new.company_id and a.id = new.agreement_id
                                          and a.signature_count > 0) then
      raise exception 'nothing is added to a signed agreement' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if exists (select from agreements a where a.company_id = old.company_id and a.id = old.agreement_id) then
      raise exception 'a document leaves with the agreement only' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.sealed_document_id is not null
     or (new.company_id, new.id, new.agreement_id, new.position, new.name, new.size_bytes, new.sha256, new.document_id)
        is distinct from
        (old.company_id, old.id, old.agreement_id, old.position, old.name, old.size_bytes, old.sha256, old.document_id)
     or not exists (select from agreements a where a.company_id = old.company_id and a.id = old.agreement_id
                                               and a.signed_at is not null) then
    raise exception 'a document is sealed once, when all have signed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_documents_kept before insert or update or delete on agreement_documents
  for each row execute function keep_agreement_document();

create trigger agreements_counted_in after insert on agreements
  referencing new table as new_rows for each statement execute function count_rows('agreements');
create trigger agreements_counted_out after delete on agreements
  referencing old table as old_rows for each statement execute function count_rows('agreements');
