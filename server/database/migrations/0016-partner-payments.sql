-- Payments that a partner's page begins, and the keys that both sides sign with.

-- The key itself beside its hash: a signature is made with it. Null: issued before this, and good for requests only.
alter table partner_keys add column sealed bytea; -- AES-256-GCM (kernel/vault.ts)

-- Where payers may be sent back to. The operator registers a host for a partner; nobody is sent anywhere else.
create table partner_redirect_hosts (
  partner_id uuid not null references partners,
  host text not null, -- as a URL has it: lower case, punycode, no port
  created_at timestamptz not null,
  primary key (partner_id, host)
);

-- What a partner knows of a payment that it began; the rest stands in payments, under the same id.
create table partner_payments (
  company_id integer not null,
  id uuid not null,
  partner_id uuid not null,
  own_id text, -- as the partner calls it; null: it goes by our id
  invoice_id uuid not null, -- no foreign key: the invoice may be gone when the money comes
  external_number text not null, -- of the invoice, as it was then
  method text not null,
  redirect_url text not null,
  result text not null check (result in ('pending', 'authorized', 'refused', 'cancelled', 'error')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, id) references payments,
  foreign key (company_id, partner_id) references partner_companies
);
create unique index partner_payments_own_id on partner_payments (company_id, partner_id, own_id) where own_id is not null;
create index partner_payments_newest on partner_payments (company_id, partner_id, created_at, id);
