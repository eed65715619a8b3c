-- Who works at the desk. A user is a person and belongs to no company; a membership makes them one of a company's staff.
-- Of secrets of links and sessions only the SHA-256 is kept: each holds 256 random bits.

create table users (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null, -- Argon2id, as a PHC string
  totp_secret bytea, -- AES-256-GCM (kernel/vault.ts)
  totp_pending bytea, -- handed out, not confirmed by a code yet
  totp_last_step bigint, -- the half minute of the last code that was taken: a code is good once
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index users_email on users (lower(email));

create table user_recovery_codes (
  user_id uuid not null references users on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table memberships (
  company_id integer not null references companies,
  id uuid not null,
  user_id uuid not null references users,
  role text not null check (role in ('owner', 'treasurer', 'support', 'read_only')),
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, user_id)
);
create index memberships_of_user on memberships (user_id);

create table user_sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  hash bytea not null unique,
  company_id integer, -- whom the user works for at the moment
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  address text not null, -- where the session began
  user_agent text not null,
  ended_at timestamptz,
  foreign key (company_id, user_id) references memberships (company_id, user_id) on delete set null (company_id)
);
create index user_sessions_of_user on user_sessions (user_id, last_seen_at) where ended_at is null;
create index user_sessions_of_membership on user_sessions (company_id, user_id);

create table invitations (
  company_id integer not null references companies,
  id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'treasurer', 'support', 'read_only')),
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (company_id, id)
);
-- One that waits for an answer at most: another takes its place.
create unique index invitations_open on invitations (company_id, lower(email))
  where accepted_at is null and revoked_at is null;

create table password_links (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_links_of_user on password_links (user_id, created_at);

-- How often something was tried in the window at hand: a sign-in for an account, anything from an address. Counted before
-- it is tried, so that many tries at once count as many.
create table staff_attempts (
  key bytea primary key, -- SHA-256 of what is counted: addresses of people and networks are not kept for it
  tries integer not null,
  window_ends_at timestamptz not null
);
create index staff_attempts_over on staff_attempts (window_ends_at);

-- The inbox is in the order of the last word.
alter table tickets add column last_message_at timestamptz not null default '-infinity';
update tickets t set last_message_at = m.at
  from (select company_id, ticket_id, max(posted_at) as at from ticket_messages group by 1, 2) m
 where m.company_id = t.company_id and m.ticket_id = t.id;
create index tickets_of_inbox on tickets (company_id, state, last_message_at, id);
create index tickets_with_support on tickets (company_id, last_message_at, id)
  where assigned_to_support_at is not null and state <> 'archived';

create function keep_last_message() returns trigger language plpgsql as $$
begin
  update tickets t set last_message_at = greatest(t.last_message_at, m.at)
    from (select company_id, ticket_id, max(posted_at) as at from new_rows group by 1, 2) m
   where t.company_id = m.company_id and t.id = m.ticket_id;
  return null;
end $$;
create trigger ticket_messages_keep_last after insert on ticket_messages
  referencing new table as new_rows for each statement execute function keep_last_message();

-- Searching invoices by words: numbers, names, addresses of mail, references. The company is a word too, so that the index
-- finds the words of one company only; it begins with a sign that no word has. Parts are split at spaces and punctuation: `2026-001` is found by `2026-0`.
create function words_of(value text) returns text[] language sql immutable parallel safe
return array(select left(word, 60) from regexp_split_to_table(lower(value), '[[:space:][:punct:]]+') word where word <> '');
create function invoice_words(company integer, external_number text, number bigint, reference text, recipient jsonb)
returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_append(words_of(
  coalesce(external_number, '') || ' ' || coalesce(number::text, '') || ' ' || coalesce(reference, '')
    || ' ' || coalesce(recipient #>> '{name,firstName}', '') || ' ' || coalesce(recipient #>> '{name,infix}', '')
    || ' ' || coalesce(recipient #>> '{name,lastName}', '') || ' ' || coalesce(recipient #>> '{name,organization}', '')
    || ' ' || coalesce(recipient ->> 'email', '')), '#' || company));
-- All of the words, each from its beginning.
create function invoice_query(company integer, wanted text) returns tsquery language sql immutable parallel safe
return (select string_agg(part, ' & ')::tsquery
          from (select '''#' || company || '''' as part
                union all select '''' || word || ''':*' from unnest(words_of(wanted)) word) parts);
create index invoices_by_words on invoices
  using gin (invoice_words(company_id, external_number, number, reference, recipient));
create index invoices_due on invoices (company_id, due_on, id) where paid_at is null and retracted_at is null;
