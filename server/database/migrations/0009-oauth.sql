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

-- Pages and forms that customers see, parts of which the company's own software makes.

create table cms_pages (
  company_id integer not null references companies,
  id uuid not null,
  title text not null,
  -- In order. text: {kind, html}, sanitised; dynamic: {kind, url, auth, sealed}, where `sealed` holds the key of the checksum
  -- and what the endpoint wants to see, AES-256-GCM (kernel/vault.ts) in base64.
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array'),
  created_at timestamptz not null,
  primary key (company_id, id)
);
create index cms_pages_newest on cms_pages (company_id, created_at, id);

create table cms_forms (
  company_id integer not null references companies,
  id uuid not null,
  title text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  send_url text, -- null: what is sent is stored here
  send_method text check (send_method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  prefill_url text,
  prefill_method text check (prefill_method in ('GET', 'POST')),
  auth text not null check (auth in ('none', 'basic', 'header')),
  sealed bytea, -- what both endpoints want to see
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint cms_forms_send check ((send_url is null) = (send_method is null)),
  constraint cms_forms_prefill check ((prefill_url is null) = (prefill_method is null))
);
create index cms_forms_newest on cms_forms (company_id, created_at, id);

create table form_submissions (
  company_id integer not null,
  id uuid not null,
  form_id uuid not null,
  customer_id uuid not null,
  "values" jsonb not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, form_id) references cms_forms,
  foreign key (company_id, customer_id) references customers
);
create index form_submissions_newest on form_submissions (company_id, form_id, created_at, id);
create index form_submissions_of_customer on form_submissions (company_id, customer_id);

create trigger cms_pages_counted_in after insert on cms_pages
  referencing new table as new_rows for each statement execute function count_rows('cms_pages');
create trigger cms_pages_counted_out after delete on cms_pages
  referencing old table as old_rows for each statement execute function count_rows('cms_pages');
create trigger cms_forms_counted_in after insert on cms_forms
  referencing new table as new_rows for each statement execute function count_rows('cms_forms');
create trigger cms_forms_counted_out after delete on cms_forms
  referencing old table as old_rows for each statement execute function count_rows('cms_forms');
