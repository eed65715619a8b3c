-- What the staff looks at invoices with, and what it does to many of them at once.

-- Indexes behind the orders of the staff's table.
create index invoices_by_amount on invoices (company_id, amount_cents, id);
create index invoices_by_outstanding on invoices (company_id, outstanding_cents, id);

-- A way to look at the invoices that somebody keeps, for oneself or for all of the staff.
create table invoice_views (
  company_id integer not null references companies,
  id uuid not null,
  user_id uuid not null references users, -- who made it
  name text not null,
  shared boolean not null,
  filters jsonb not null, -- domain/invoice-views/view.ts
  sort text not null,
  columns jsonb not null,
  created_at timestamptz not null,
  primary key (company_id, id)
);
create index invoice_views_of_user on invoice_views (company_id, user_id);

-- One thing that is done to many invoices, each by itself.
create table invoice_bulks (
  company_id integer not null references companies,
  id uuid not null,
  user_id uuid not null references users, -- who asked for it, with whose rights it is done
  action text not null check (action in ('pause', 'resume', 'pay', 'retract', 'message')),
  params jsonb not null, -- domain/invoice-bulks/bulk.ts
  state text not null check (state in ('running', 'done', 'canceled')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id)
);
create index invoice_bulks_newest on invoice_bulks (company_id, created_at, id);

create table invoice_bulk_items (
  company_id integer not null,
  bulk_id uuid not null,
  invoice_id uuid not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  attempts smallint not null default 0, -- that failed for no reason of the invoice's
  reason text, -- why it failed: a code of kernel/errors.ts
  message text, -- and its sentence
  primary key (company_id, bulk_id, invoice_id),
  foreign key (company_id, bulk_id) references invoice_bulks on delete cascade,
  foreign key (company_id, invoice_id) references invoices on delete cascade
);
create index invoice_bulk_items_by_state on invoice_bulk_items (company_id, bulk_id, state, invoice_id);
create index invoice_bulk_items_of_invoice on invoice_bulk_items (company_id, invoice_id);
