-- What payment providers paid out to companies, and what was in it, as they tell it themselves.

create table payouts (
  company_id integer not null references companies,
  id uuid not null,
  provider text not null,
  provider_id text not null,
  reference text, -- as it stands on the bank statement
  status text not null check (status in ('open', 'pending', 'paidout', 'failed')),
  amount_cents bigint not null, -- below zero: more went back than came in
  currency text not null,
  created_at timestamptz not null, -- at the provider
  settled_at timestamptz,
  noted_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, provider, provider_id)
);
create index payouts_newest on payouts (company_id, created_at, id);

-- Which payment one is about is found by the provider's id, whenever either comes; it may not be one of ours.
create table payout_entries (
  company_id integer not null,
  id uuid not null,
  payout_id uuid not null,
  kind text not null check (kind in ('payment', 'capture', 'refund', 'chargeback', 'cost')),
  provider_id text not null,
  payment_provider_id text, -- null: a cost
  amount_cents bigint not null, -- below zero: kept or taken back
  description text, -- of a cost
  occurred_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, payout_id, kind, provider_id),
  foreign key (company_id, payout_id) references payouts
);
create index payout_entries_in_order on payout_entries (company_id, payout_id, occurred_at, id);
create index payout_entries_of_payment on payout_entries (company_id, payment_provider_id)
  where payment_provider_id is not null;

-- When the provider was last asked for payouts, and what came of it.
create table payout_looks (
  company_id integer primary key references companies,
  asked_at timestamptz, -- by somebody who wants to know now
  looked_at timestamptz,
  read_at timestamptz, -- the last time that it answered
  failure text check (failure in ('unavailable', 'rate_limited', 'unauthorized', 'not_found', 'refused')),
  message text -- the provider's, for the treasurer
);

-- Those that wait for their payout.
create index payments_paid on payments (company_id, paid_at, id) where status = 'paid';

-- What reads payouts where the key may not (Mollie: an organization access token), sealed like the key.
alter table payment_connections add column payout_token bytea;
