-- What a plan costs, and what the operator bills the companies for it.

alter table plans
  add monthly_price_cents bigint not null default 0 check (monthly_price_cents >= 0), -- before VAT; 0 is never billed
  add vat_rate smallint not null default 21;

update plans set features = '{agreements,appointments,cms,files,offers,payment-links,punch-cards,subscriptions,ticketing,webhooks}'
 where name = 'complete';
update plans set features = '{payment-links,webhooks}' where name = 'basic';

create table platform_invoices (
  company_id integer not null references companies,
  id uuid not null,
  number text not null unique,
  month date not null check (extract(day from month) = 1),
  issued_on date not null,
  paid_at timestamptz,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, month)
);
create index platform_invoices_newest on platform_invoices (company_id, created_at, id);

create table platform_invoice_lines (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  description text not null,
  quantity integer not null check (quantity > 0),
  net_cents bigint not null, -- of all of them
  vat_rate smallint not null,
  vat_cents bigint not null,
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references platform_invoices
);
create index platform_invoice_lines_of_invoice on platform_invoice_lines (company_id, invoice_id, id);

-- The operator's: the months that were billed, and the last number given, per year and without gaps.
create table platform_billing_months (
  month date primary key,
  billed_at timestamptz not null
);
create table platform_invoice_numbers (
  year smallint primary key,
  last integer not null
);
