-- Money that comes (and goes back) through a payment provider.

-- The company's account with a provider. Replaced ones stay: their payments can still be charged back.
create table payment_connections (
  company_id integer not null references companies,
  id uuid not null,
  provider text not null,
  base_url text not null,
  secrets bytea not null, -- the API key, AES-256-GCM (kernel/vault.ts)
  connected_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (company_id, id)
);
create unique index payment_connections_current on payment_connections (company_id) where disconnected_at is null;

-- One attempt to be paid. What it is for is named without a foreign key: it may be gone when the money comes, and the
-- money is the company's all the same. Which kinds there are says domain/payments/subjects.ts.
create table payments (
  company_id integer not null references companies,
  id uuid not null,
  token text not null, -- opens its checkout and its return page to whoever holds it: <company>-<24 characters>
  subject_kind text not null,
  subject_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null,
  description text not null,
  sequence text not null check (sequence in ('oneoff', 'first', 'recurring')),
  status text not null check (status in ('created', 'open', 'pending', 'authorized', 'paid', 'failed', 'canceled',
    'expired')),
  provider text not null,
  connection_id uuid, -- null: the sandbox, which needs none
  provider_id text,
  provider_customer_id text,
  mandate_id text, -- recurring: what is charged; first: what came of it
  checkout_url text, -- the provider's
  method text, -- as the provider calls it
  wanted_method text,
  payer_name text,
  payer_email text,
  locale text,
  return_to text, -- the address that the payer is sent back to; null: our own page
  failure text, -- the provider's words, for the treasurer
  refunded_cents bigint not null default 0,
  charged_back_cents bigint not null default 0,
  sent_at timestamptz, -- when the provider was first asked; its answer may have been lost
  failed_looks integer not null default 0, -- in a row: the provider could not be asked
  created_at timestamptz not null,
  changed_at timestamptz not null,
  paid_at timestamptz,
  expires_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, connection_id) references payment_connections
);
create unique index payments_token on payments (company_id, token);
create unique index payments_provider_id on payments (company_id, provider, provider_id) where provider_id is not null;
create index payments_of_subject on payments (company_id, subject_kind, subject_id, created_at, id);
create index payments_of_mandate on payments (company_id, mandate_id) where mandate_id is not null;

-- What money moved by a payment: once each, by the provider's own id of it.
create table payment_entries (
  company_id integer not null,
  id uuid not null,
  payment_id uuid not null,
  kind text not null check (kind in ('payment', 'refund', 'refund_failed', 'chargeback', 'chargeback_reversed')),
  provider_id text not null,
  amount_cents bigint not null check (amount_cents > 0),
  occurred_at timestamptz not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, payment_id, kind, provider_id),
  foreign key (company_id, payment_id) references payments
);
create trigger payment_entries_append_only before update on payment_entries
  for each row execute function refuse_change();

alter table invoice_lines add column payment_entry_id uuid;
alter table invoice_lines add foreign key (company_id, payment_entry_id) references payment_entries;
create unique index invoice_lines_payment_entry on invoice_lines (company_id, payment_entry_id)
  where payment_entry_id is not null;
alter table invoice_lines drop constraint invoice_lines_sign;
alter table invoice_lines add constraint invoice_lines_sign check (case kind
  when 'charge' then true
  when 'fee' then amount_cents > 0 and subtype like '%\_fee'
  when 'payment' then amount_cents < 0
  when 'chargeback' then amount_cents > 0
  when 'refund' then amount_cents > 0
  when 'credit' then amount_cents <= 0
  else false end);

create table payment_links (
  company_id integer not null references companies,
  id uuid not null,
  description text not null,
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null,
  reusable boolean not null,
  status text not null check (status in ('open', 'paid', 'expired', 'closed')),
  expires_at timestamptz,
  created_at timestamptz not null,
  primary key (company_id, id)
);
create index payment_links_newest on payment_links (company_id, created_at, id);
-- The address of a link's page names no company.
create index payment_links_by_id on payment_links (id);
create trigger payment_links_counted_in after insert on payment_links
  referencing new table as new_rows for each statement execute function count_rows('payment_links');
create trigger payment_links_counted_out after delete on payment_links
  referencing old table as old_rows for each statement execute function count_rows('payment_links');

-- The books of the built-in provider for trying things out: a bank that is ours. Its ids are texts, as a provider's are.
create table sandbox_payments (
  company_id integer not null references companies,
  id text not null,
  reference text not null, -- the caller's; asked for again, it is the same payment
  amount_cents bigint not null,
  currency text not null,
  description text not null,
  redirect_url text,
  sequence text not null,
  customer_id text,
  mandate_id text,
  status text not null,
  method text,
  payer_name text,
  refunds jsonb not null default '[]', -- {id, amountCents, status, at}
  chargebacks jsonb not null default '[]', -- {id, amountCents, at, reversedAt}
  created_at timestamptz not null,
  paid_at timestamptz,
  expires_at timestamptz,
  primary key (company_id, id),
  unique (company_id, reference)
);
