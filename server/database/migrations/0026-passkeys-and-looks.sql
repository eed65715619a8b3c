-- Passkeys (WebAuthn): who holds one signs in with it alone, and after a password it is the second factor.
create table user_passkeys (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  credential_id bytea not null unique, -- the authenticator's own, of at most 1023 bytes
  public_key bytea not null, -- COSE
  counter bigint not null, -- how often it has signed; 0 for ever where it does not count
  transports text[] not null, -- how the browser reaches it, as it said
  name text not null,
  synced boolean not null, -- may be on more than one device
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index user_passkeys_of_user on user_passkeys (user_id, created_at);

-- What an authenticator is to sign: 256 random bits, good once and for minutes.
create table passkey_challenges (
  challenge bytea primary key,
  user_id uuid references users on delete cascade, -- who makes a passkey; null: whoever signs in
  expires_at timestamptz not null
);
create index passkey_challenges_over on passkey_challenges (expires_at);

-- What a company looks like: {"accent": "#1a4f8b", "band": "#ffffff", "logo": {"hash", "type", "width", "height"}}; what is
-- not chosen is null. It is read with the company on every request, so it is one column.
alter table companies add column look jsonb not null default '{"accent": null, "band": null, "logo": null}';

create table company_logos (
  company_id integer primary key references companies,
  hash text not null, -- SHA-256 of the bytes: their address changes with them
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null
);
