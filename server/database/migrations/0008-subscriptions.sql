-- Subscriptions of customers, the packages they are sold as, and who is signing up for one.

create domain subscription_interval as text
  check (value in ('14 days', '1 month', '2 months', '6 months', '1 year'));

create table subscription_packages (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  description text,
  every subscription_interval not null,
  amount_cents bigint not null check (amount_cents > 0), -- VAT included
  vat_rate smallint not null,
  available_for_sale boolean not null,
  created_at timestamptz not null,
  primary key (company_id, id)
);
create index subscription_packages_newest on subscription_packages (company_id, created_at, id);

create table subscriptions (
  company_id integer not null references companies,
  id uuid not null,
  customer_id uuid not null,
  package_id uuid, -- the one it was signed up for, while that exists
  description text not null,
  starts_on date not null,
  every subscription_interval not null,
  -- The terms that are over or billed, from the start. Months are added to the start before days, so that the day of
  -- the start comes back after a month that lacks it: from 31 January by way of 28 February to 31 March.
  elapsed interval not null default '0',
  next_on date not null generated always as ((starts_on + elapsed)::date) stored, -- the next term to bill begins
  amount_cents bigint not null check (amount_cents > 0), -- of one term, VAT included
  vat_rate smallint not null,
  create_invoice boolean not null,
  invoice_description text,
  create_payment boolean not null,
  mandate_id text, -- the payment provider's
  follow_up_failed_payment boolean not null,
  terminated_at timestamptz,
  last_start_on date, -- the last day on which a term may begin: the last that begins before terminated_at
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers,
  foreign key (company_id, package_id) references subscription_packages on delete set null (package_id),
  constraint subscriptions_termination check ((terminated_at is null) = (last_start_on is null))
);
create index subscriptions_newest on subscriptions (company_id, created_at, id);
create index subscriptions_of_customer on subscriptions (company_id, customer_id);
create index subscriptions_of_package on subscriptions (company_id, package_id);
create index subscriptions_due on subscriptions (company_id, next_on, id)
  where last_start_on is null or next_on <= last_start_on;

-- One row per term that was billed. The unique constraint is the last word on billing a term once.
create table subscription_periods (
  company_id integer not null,
  id uuid not null,
  subscription_id uuid, -- while it exists; what was charged for the term outlives it
  starts_on date not null,
  ends_on date not null, -- the first day after it
  amount_cents bigint not null,
  invoice_id uuid, -- null when the subscription makes none
  billed_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, subscription_id, starts_on),
  foreign key (company_id, subscription_id) references subscriptions on delete set null (subscription_id),
  foreign key (company_id, invoice_id) references invoices on delete set null (invoice_id)
);
create index subscription_periods_of_invoice on subscription_periods (company_id, invoice_id);

-- The last number given to an invoice for a term, per year: numbers follow each other without gaps.
create table subscription_invoice_numbers (
  company_id integer not null references companies,
  year smallint not null,
  last integer not null,
  primary key (company_id, year)
);

-- Who wants a package and is no customer yet: what was agreed, as it was then. Paying the first term makes both.
create table pending_sign_ups (
  company_id integer not null references companies,
  id uuid not null,
  package_id uuid, -- while it exists
  description text not null,
  every subscription_interval not null,
  amount_cents bigint not null check (amount_cents > 0),
  vat_rate smallint not null,
  name text not null,
  address text not null,
  zip_code text not null,
  city text not null,
  email text not null,
  expires_at timestamptz not null,
  completed_at timestamptz,
  subscription_id uuid,
  invoice_id uuid, -- of the first term: what its payment pays
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, package_id) references subscription_packages on delete set null (package_id),
  foreign key (company_id, subscription_id) references subscriptions on delete set null (subscription_id),
  foreign key (company_id, invoice_id) references invoices on delete set null (invoice_id)
);
create index pending_sign_ups_of_package on pending_sign_ups (company_id, package_id);
create index pending_sign_ups_of_invoice on pending_sign_ups (company_id, invoice_id);
create index pending_sign_ups_of_subscription on pending_sign_ups (company_id, subscription_id);
create index pending_sign_ups_oldest on pending_sign_ups (company_id, expires_at) where completed_at is null;

create trigger subscription_packages_counted_in after insert on subscription_packages
  referencing new table as new_rows for each statement execute function count_rows('subscription_packages');
create trigger subscription_packages_counted_out after delete on subscription_packages
  referencing old table as old_rows for each statement execute function count_rows('subscription_packages');
create trigger subscriptions_counted_in after insert on subscriptions
  referencing new table as new_rows for each statement execute function count_rows('subscriptions');
create trigger subscriptions_counted_out after delete on subscriptions
  referencing old table as old_rows for each statement execute function count_rows('subscriptions');
