-- Software of others that companies let in (OAuth 2.0). Apps are the operator's; grants are a company's. Of secrets only
-- the SHA-256 is kept: each holds 160 random bits.

create table oauth_apps (
  id uuid primary key, -- the App ID
  name text not null,
  redirect_uris text[] not null check (cardinality(redirect_uris) > 0),
  secret_hash bytea, -- null: a public app, which cannot keep one and must use PKCE
  created_at timestamptz not null,
  deleted_at timestamptz
);

-- Who stands at the consent page: a code of the operator's opens one short session there.
create table consent_codes (
  company_id integer not null references companies,
  id uuid not null,
  hash bytea not null,
  expires_at timestamptz not null,
  session_hash bytea, -- set when the code is used
  session_expires_at timestamptz,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, hash),
  unique (company_id, session_hash)
);

-- Made when somebody approves; `exchanged_at` is when the app came for its tokens with the authorization code.
create table oauth_grants (
  company_id integer not null references companies,
  id uuid not null,
  app_id uuid not null references oauth_apps,
  scopes text[] not null, -- kernel/permissions.ts
  redirect_uri text not null,
  code_hash bytea not null,
  code_challenge text, -- S256 of RFC 7636
  code_expires_at timestamptz not null,
  created_at timestamptz not null,
  exchanged_at timestamptz,
  revoked_at timestamptz,
  primary key (company_id, id),
  unique (company_id, code_hash)
);
create index oauth_grants_of_app on oauth_grants (app_id) where revoked_at is null;

create table oauth_access_tokens (
  company_id integer not null,
  id uuid not null,
  grant_id uuid not null,
  hash bytea not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, hash),
  foreign key (company_id, grant_id) references oauth_grants on delete cascade
);
create index oauth_access_tokens_of_grant on oauth_access_tokens (company_id, grant_id, expires_at);

create table oauth_refresh_tokens (
  company_id integer not null,
  id uuid not null,
  grant_id uuid not null,
  hash bytea not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  rotated_at timestamptz, -- another one took its place (public apps)
  primary key (company_id, id),
  unique (company_id, hash),
  foreign key (company_id, grant_id) references oauth_grants on delete cascade
);
create index oauth_refresh_tokens_of_grant on oauth_refresh_tokens (company_id, grant_id);
