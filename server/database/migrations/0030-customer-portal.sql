-- Customers who let themselves in by a link that is mailed to their address. Whose they are is not stored: a session sees
-- what belongs to its address at that moment. Of links and sessions only the SHA-256 is kept.

create table customer_login_links (
  company_id integer not null references companies,
  id uuid not null,
  email text not null, -- in lower case, as below
  hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (company_id, id),
  unique (company_id, hash)
);
create index customer_login_links_oldest on customer_login_links (company_id, expires_at);

create table customer_sessions (
  company_id integer not null references companies,
  id uuid not null,
  email text not null,
  hash bytea not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null, -- of the network that it began from
  user_agent text not null,
  primary key (company_id, id),
  unique (company_id, hash)
);
create index customer_sessions_of_email on customer_sessions (company_id, email);

-- A new address of theirs, which waits for the code that was mailed there.
create table customer_email_changes (
  company_id integer not null,
  id uuid not null,
  session_id uuid not null,
  email text not null,
  code_hash bytea not null, -- SHA-256 of its id and the code
  attempts smallint not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, session_id) references customer_sessions on delete cascade
);
create index customer_email_changes_of_session on customer_email_changes (company_id, session_id, sent_at);

-- What belongs to an address, beside what belongs to the customers who have it.
create index invoices_of_address on invoices (company_id, lower(recipient ->> 'email'), created_at, id)
  where recipient ->> 'email' <> '';
create index agreement_signers_of_address on agreement_signers (company_id, lower(email));
create index appointments_of_address on appointments (company_id, lower(attendee_email)) where attendee_email <> '';
