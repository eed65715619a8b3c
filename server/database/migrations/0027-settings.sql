-- What software is let in, who changed what, and a person's right to their data and to be forgotten.

-- When a key was last used, to a few minutes: beside it, because it is noted whatever becomes of the request.
create table api_key_uses (
  company_id integer not null,
  id uuid not null, -- the key's
  last_used_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, id) references api_keys on delete cascade
) with (fillfactor = 50);

-- A payment that a partner began outlives the partner's grant.
do $$
declare
  reference text;
begin
  for reference in select conname from pg_constraint
                    where conrelid = 'partner_payments'::regclass and confrelid = 'partner_companies'::regclass loop
    execute format('alter table partner_payments drop constraint %I', reference);
  end loop;
end $$;
alter table partner_payments add foreign key (partner_id) references partners;

-- The audit trail, whichever way it is looked at: each list begins at its newest row, whatever the table holds.
create index events_newest on events (company_id, at, id);
create index events_by_actor on events (company_id, actor, at, id);
create index events_by_type on events (company_id, type, at, id);

-- The words of what an event keeps: its strings and numbers, with the company's number as one of them. By the parser of
-- Postgres, which takes a quarter of the time of a regular expression: this is done for every change.
create function audit_words(value text) returns tsvector language sql immutable parallel safe
return to_tsvector('simple'::regconfig, translate(value, '@._-/:+"[],&', '            '));
create function event_words(company integer, before jsonb, after jsonb) returns tsvector language sql immutable parallel safe
return audit_words(
    coalesce(jsonb_path_query_array(before, '$.** ? (@.type() == "string" || @.type() == "number")')::text, '') || ' '
      || coalesce(jsonb_path_query_array(after, '$.** ? (@.type() == "string" || @.type() == "number")')::text, ''))
  || array_to_tsvector(array['#' || company]);
create function audit_query(company integer, wanted text) returns tsquery language sql immutable parallel safe
return (select string_agg(part, ' & ')::tsquery
          from (select quote_literal('#' || company) as part
                union all select quote_literal(word.lexeme) || ':*' from unnest(audit_words(wanted)) word) parts);
create index events_by_words on events using gin (event_words(company_id, before, after));

-- What a person asked for of their data, or what was asked in their name.
create table privacy_requests (
  company_id integer not null references companies,
  id uuid not null,
  kind text not null check (kind in ('export', 'erasure')),
  customer_id uuid not null, -- no foreign key: nothing may be left of an erased person
  state text not null check (state in ('running', 'done', 'failed')),
  steps_done integer not null default 0,
  steps integer not null default 1,
  document_id uuid, -- of an export: the ZIP
  expires_at timestamptz, -- of an export: when the ZIP is deleted
  items jsonb, -- of an erasure: what became of what
  sealed bytea, -- of an erasure at work: by what the person is found (kernel/vault.ts); gone when it is done
  error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, document_id) references documents
);
create index privacy_requests_newest on privacy_requests (company_id, kind, created_at, id);
create index privacy_requests_of_customer on privacy_requests (company_id, customer_id);
create index privacy_requests_expiring on privacy_requests (expires_at) where document_id is not null;
create index privacy_requests_of_document on privacy_requests (company_id, document_id);
create unique index privacy_requests_running on privacy_requests (company_id, kind, customer_id) where state = 'running';
alter table customers add column erased_at timestamptz; -- this was a person, who was forgotten

-- What is kept for ever is changed by an erasure alone, which says so for its transaction.
create function is_erasing() returns boolean language sql stable parallel safe
return coalesce(current_setting('balie.erasing', true), '') = 'on';

drop trigger events_append_only on events;
create trigger events_append_only before update on events for each row
  when (not is_erasing()) execute function refuse_change();
drop trigger invoice_lines_append_only on invoice_lines;
create trigger invoice_lines_append_only before update on invoice_lines for each row
  when (not is_erasing()) execute function refuse_change();
drop trigger agreements_kept on agreements;
create trigger agreements_kept before update or delete on agreements for each row
  when (not is_erasing()) execute function keep_agreement();
drop trigger agreement_signers_kept on agreement_signers;
create trigger agreement_signers_kept before insert or update or delete on agreement_signers for each row
  when (not is_erasing()) execute function keep_agreement_signer();
drop trigger agreement_documents_kept on agreement_documents;
create trigger agreement_documents_kept before insert or update or delete on agreement_documents for each row
  when (not is_erasing()) execute function keep_agreement_document();

-- Which columns may hold words of people: text in any form, and JSON.
create function columns_of_words(target regclass) returns table (name name, type text) language sql stable
begin atomic
  select a.attname, case when t.typname in ('json', 'jsonb') then 'jsonb' when t.typcategory = 'A' then 'array' else 'text' end
    from pg_attribute a join pg_type t on t.oid = a.atttypid
   where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     and (t.typname in ('text', 'varchar', 'bpchar', 'name', 'jsonb') or t.typname = '_text');
end;

-- What fits the pattern gives way. The pattern is a regular expression without regard to case.
create function without_words(value text, pattern text) returns text language sql immutable parallel safe
return regexp_replace(value, pattern, '[erased]', 'gi');

create function without_words(value jsonb, pattern text) returns jsonb language plpgsql immutable parallel safe as $$
begin
  return case jsonb_typeof(value)
    when 'string' then to_jsonb(without_words(value #>> '{}', pattern))
    when 'array' then (select coalesce(jsonb_agg(without_words(item, pattern) order by n), '[]')
                         from jsonb_array_elements(value) with ordinality as items (item, n))
    when 'object' then (select coalesce(jsonb_object_agg(without_words(key, pattern), without_words(item, pattern)), '{}')
                          from jsonb_each(value) as items (key, item))
    else value end;
end $$;

-- Takes words out of rows of a table: of those with the ids, or (null) of all of the company's that what is `marked` fits.
-- Answers how many rows.
create function take_words_out(target regclass, company integer, ids uuid[], pattern text, marked text, by_column name default 'id')
returns bigint
language plpgsql as $$
declare
  changes text;
  found_in text;
  changed bigint;
begin
  select string_agg(format(case type when 'array' then
             '%1$I = (select coalesce(array_agg(without_words(word, $1) order by n), ''{}'') from unnest(%1$I) with ordinality as words (word, n))'
           else '%1$I = without_words(%1$I, $1)' end, name), ', '),
         string_agg(format('%I::text ~* $4', name), ' or ')
    into changes, found_in from columns_of_words(target);
  if changes is null then return 0; end if;
  execute format('update %s set %s where company_id = $2 and %s and (%s)', target, changes,
                 case when ids is null then '$3 is null' else format('%I = any($3)', by_column) end, found_in)
    using pattern, company, ids, marked;
  get diagnostics changed = row_count;
  return changed;
end $$;

-- Gives columns of rows other values: of those with the ids. `given` is an object of the columns.
create function overwrite_rows(target regclass, company integer, ids uuid[], given jsonb) returns bigint
language plpgsql as $$
declare
  changed bigint;
begin
  execute format('update %s t set %s from jsonb_populate_record(null::%s, $1) g where t.company_id = $2 and t.id = any($3)', target,
                 (select string_agg(format('%1$I = g.%1$I', key), ', ') from jsonb_object_keys(given) key), target)
    using given, company, ids;
  get diagnostics changed = row_count;
  return changed;
end $$;

create function erase_rows(target regclass, company integer, ids uuid[], by_column name default 'id') returns bigint
language plpgsql as $$
declare
  gone bigint;
begin
  execute format('delete from %s where company_id = $1 and %I = any($2)', target, by_column) using company, ids;
  get diagnostics gone = row_count;
  return gone;
end $$;
