-- What partners are told of changes: which invoices and imports, and how payments ended.

create table partner_endpoints (
  partner_id uuid primary key references partners,
  url text not null,
  realtime boolean not null,
  with_api_key boolean not null, -- the key in the body, as the contract has it
  failing_since timestamptz, -- what is told at once waits for the rounds until one of them succeeds
  created_at timestamptz not null
);

-- A change that a partner has not confirmed. One row per event, never updated: who writes does not wait for another who
-- does, and a round removes exactly what it has read, whatever was committed meanwhile.
create table partner_changes (
  company_id integer not null,
  partner_id uuid not null,
  event_seq bigint not null,
  kind text not null check (kind in ('invoice', 'import')),
  subject_id uuid not null,
  primary key (company_id, partner_id, event_seq)
);
create index partner_changes_in_order on partner_changes (partner_id, event_seq);
create index partner_changes_of_subject on partner_changes (company_id, partner_id, subject_id);

-- A result of a payment that a partner has not confirmed; those of one payment are told in their order.
create table partner_payment_notices (
  company_id integer not null,
  id uuid not null,
  seq bigint generated always as identity,
  partner_id uuid not null,
  payment_id uuid not null,
  result text not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, payment_id) references partner_payments
);
create index partner_payment_notices_in_order on partner_payment_notices (partner_id, seq);

-- The log of requests to partners.
create table partner_requests (
  id uuid primary key,
  partner_id uuid not null references partners,
  at timestamptz not null,
  duration_ms integer not null,
  kind text not null check (kind in ('round', 'realtime', 'payment')),
  url text not null,
  invoices integer not null,
  imports integer not null,
  status smallint, -- null: no answer came
  error text
);
create index partner_requests_newest on partner_requests (partner_id, at);
create index partner_requests_oldest on partner_requests (at);

-- Owes an event to the partners that have an endpoint, in the transaction of the change. What is told at once gets its job
-- here too; all jobs of one partner stand in one queue, so that nothing is told twice at the same time.
create function owe_partner_change() returns trigger language plpgsql as $$
declare
  area constant text := split_part(new.type, '.', 1);
  thing_kind constant text := case area when 'batch' then 'import' else 'invoice' end;
  thing uuid;
begin
  -- Most companies have no such partner: this look is all that it costs them.
  if not exists (select from partner_companies c join partner_endpoints e on e.partner_id = c.partner_id
                  where c.company_id = new.company_id) then
    return null;
  end if;
  if area = 'ticket' then
    select t.invoice_id into thing from tickets t where t.company_id = new.company_id and t.id = new.subject_id;
  elsif area = 'payment' then
    -- Money that moved, also where it neither settles the invoice nor opens it again.
    if jsonb_array_length(coalesce(new.after -> 'entries', '[]')) = 0 then return null; end if;
    select p.subject_id into thing from payments p
     where p.company_id = new.company_id and p.id = new.subject_id and p.subject_kind = 'invoice';
  else
    thing := new.subject_id;
  end if;
  if thing is null then return null; end if;
  insert into partner_changes (company_id, partner_id, event_seq, kind, subject_id)
  select c.company_id, c.partner_id, new.seq, thing_kind, thing
    from partner_companies c join partner_endpoints e on e.partner_id = c.partner_id
   where c.company_id = new.company_id;
  if thing_kind = 'invoice' then
    perform graphile_worker.add_job('tell-partner',
              json_build_object('partnerId', c.partner_id, 'companyId', c.company_id, 'invoiceId', thing),
              queue_name := 'partner ' || c.partner_id)
       from partner_companies c join partner_endpoints e on e.partner_id = c.partner_id
      where c.company_id = new.company_id and e.realtime and e.failing_since is null;
  end if;
  return null;
end $$;

create trigger events_owed_to_partners after insert on events for each row
  when (new.type like 'invoice.%' or new.type like 'batch.%' or new.type like 'ticket.%' or new.type = 'payment.changed')
  execute function owe_partner_change();
