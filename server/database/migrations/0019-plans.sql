-- Paying in installments, mandates, and contact details that wait to be confirmed.

-- What a company says about every plan; which there are say the settings of the batch.
create table plan_terms (
  company_id integer primary key references companies,
  first_due text not null check (first_due in ('at_once', 'after_interval', 'invoice_due')),
  announce_days smallint not null check (announce_days between 0 and 30), -- from the word about a charge to the charge
  holds_mandates boolean not null, -- on paper: an IBAN that a partner brings may be debited
  changed_at timestamptz not null
);

create table installment_plans (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  interval_days smallint not null check (interval_days in (14, 21, 30, 45, 60, 90, 120, 150, 180)),
  fee_cents bigint not null check (fee_cents >= 0), -- of each installment
  surcharge_cents bigint not null check (surcharge_cents >= 0), -- once
  chargeback_fee_cents bigint not null check (chargeback_fee_cents >= 0),
  announce_days smallint not null,
  automatic boolean not null, -- the payer lets the rest be charged; the first payment gives the mandate
  mandate_id text, -- the provider's
  -- paid: nothing is outstanding, however that came; failed: the last one left did; withdrawn: by the payer, before anything
  -- was asked; canceled: the invoice was retracted
  state text not null check (state in ('running', 'paid', 'failed', 'withdrawn', 'canceled')),
  confirmed_at timestamptz not null,
  ended_at timestamptz check ((ended_at is null) = (state = 'running')),
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references invoices on delete cascade
);
create unique index installment_plans_running on installment_plans (company_id, invoice_id) where state = 'running';
create index installment_plans_of_invoice on installment_plans (company_id, invoice_id, confirmed_at);

-- What is left to pay of one is not stored: it follows from the ledger (domain/installments/shares.ts).
create table installments (
  company_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  position smallint not null check (position between 1 and 12),
  due_on date not null,
  amount_cents bigint not null check (amount_cents > 0), -- as agreed, with its fee
  fee_cents bigint not null check (fee_cents >= 0),
  state text not null check (state in ('planned', 'due', 'in_progress', 'paid', 'failed', 'canceled')),
  asked_cents bigint check (asked_cents > 0), -- what the payer was told, or the bank was asked for
  announced_on date, -- the payer was told of the charge
  asked_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id),
  unique (company_id, plan_id, position),
  foreign key (company_id, plan_id) references installment_plans on delete cascade,
  constraint installments_asked check (state not in ('due', 'in_progress') or asked_cents is not null)
);
create index installments_open on installments (company_id, due_on, id) where state = 'planned';

-- Nothing is asked of who owes nothing, whoever wrote the line that made it so.
create function end_plans() returns trigger language plpgsql as $$
begin
  with ended as (
    update installment_plans p
       set state = case when new.retracted_at is null then 'paid' else 'canceled' end,
           ended_at = coalesce(p.ended_at, new.retracted_at, new.paid_at, now())
     where p.company_id = new.company_id and p.invoice_id = new.id and p.state in ('running', 'failed')
    returning p.company_id, p.id, p.ended_at
  )
  update installments i set state = 'canceled', ended_at = e.ended_at
    from ended e where i.company_id = e.company_id and i.plan_id = e.id and i.state in ('planned', 'due');
  return null;
end $$;
create trigger invoices_end_plans after update of outstanding_cents, retracted_at on invoices
  for each row when (new.outstanding_cents <= 0 or new.retracted_at is not null) execute function end_plans();

-- While a plan runs, the collection of its invoice stands still: it is the plan that asks.
create function hold_for_plan() returns trigger language plpgsql as $$
begin
  if new.state = 'running' then
    perform hold_collection(new.company_id, new.invoice_id, 'plan', 'it is paid in installments', 'system:installments',
                            new.confirmed_at);
  else
    perform release_collection(new.company_id, new.invoice_id, 'plan', new.ended_at);
  end if;
  return null;
end $$;
create trigger installment_plans_begin after insert on installment_plans for each row execute function hold_for_plan();
create trigger installment_plans_end after update of state on installment_plans
  for each row when (old.state = 'running' and new.state <> 'running') execute function hold_for_plan();

-- A debtor's leave to debit an account (SEPA). Revoked ones stay: what was debited under them was debited with leave.
create table mandates (
  company_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  invoice_id uuid, -- where it was given
  reference text not null, -- unique at the creditor, at most 35 characters
  kind text not null check (kind in ('recurring', 'one_off')),
  iban text not null,
  holder_name text not null,
  via text not null check (via in ('link', 'paper')), -- paper: the company says that it holds it
  ip text,
  user_agent text,
  signed_at timestamptz not null,
  revoked_at timestamptz,
  primary key (company_id, id),
  unique (company_id, reference),
  foreign key (company_id, customer_id) references customers on delete cascade,
  foreign key (company_id, invoice_id) references invoices on delete set null (invoice_id)
);
create unique index mandates_current on mandates (company_id, customer_id, iban, kind) where revoked_at is null;

-- An e-mail address that waits until whoever reads it says so. The newest of an invoice counts.
create table contact_changes (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  email text not null,
  code_hash bytea not null,
  attempts smallint not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references invoices on delete cascade
);
create index contact_changes_newest on contact_changes (company_id, invoice_id, sent_at, id);

-- A payment that covers several things is a line for each.
drop index invoice_lines_payment_entry;
create unique index invoice_lines_payment_entry on invoice_lines (company_id, payment_entry_id, coalesce(subtype, ''))
  where payment_entry_id is not null;
