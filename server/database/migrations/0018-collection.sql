-- Collecting invoices: what a batch is collected with, how far each invoice is, and the messages that went out.

create table collection_profiles (
  company_id integer primary key references companies,
  settings jsonb not null, -- domain/collection/settings.ts
  updated_at timestamptz not null
);

-- A batch's own settings, copied from the profile when it is transmitted unless they were made before; `id` is the batch's.
create table batch_settings (
  company_id integer not null,
  id uuid not null,
  settings jsonb not null,
  throttle_minute timestamptz, -- the minute that `throttle_used` counts messages of
  throttle_used integer not null default 0,
  primary key (company_id, id),
  foreign key (company_id, id) references batches on delete cascade
);

-- How far the collection of an invoice is; `id` is the invoice's. A row comes when its batch is transmitted.
create table collections (
  company_id integer not null,
  id uuid not null,
  batch_id uuid not null,
  due_on date not null,
  last_step text, -- the last one that left
  last_at timestamptz,
  next_step text, -- null: nothing follows by itself
  next_at timestamptz, -- when it is due; null: its messages are queued, or the invoice is settled
  resume_step text, -- what goes on after the notice of a chargeback
  round smallint not null default 0, -- chargebacks so far
  paused_at timestamptz, -- since the first of its holds; kept by hold_collection() and release_collection()
  late_fee_at timestamptz,
  overdue_at timestamptz,
  final_notice_at timestamptz,
  handed_over_at timestamptz, -- to a collection agency
  started_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, id) references invoices on delete cascade
);
create index collections_due on collections (company_id, batch_id, next_step, next_at)
  where next_at is not null and paused_at is null;
create index collections_of_batch on collections (company_id, batch_id);

-- Why a collection stands still; each reason by itself.
create table collection_holds (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  kind text not null check (kind in ('pause', 'question', 'plan', 'handed_over')),
  reason text not null,
  actor text not null,
  since timestamptz not null,
  primary key (company_id, id),
  unique (company_id, invoice_id, kind),
  foreign key (company_id, invoice_id) references collections on delete cascade
);

-- Lines that the customer does not accept: the rest is collected all the same.
create table line_disputes (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  line_id uuid not null,
  reason text not null,
  amount_cents bigint not null check (amount_cents > 0),
  actor text not null,
  opened_at timestamptz not null,
  settled_at timestamptz,
  outcome text,
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references invoices on delete cascade,
  foreign key (company_id, line_id) references invoice_lines on delete cascade
);
create unique index line_disputes_open on line_disputes (company_id, line_id) where settled_at is null;
create index line_disputes_of_invoice on line_disputes (company_id, invoice_id);
create index line_disputes_of_line on line_disputes (company_id, line_id);

-- Letters that are printed together: one file of PDFs.
create table letter_runs (
  company_id integer not null references companies,
  id uuid not null,
  batch_id uuid not null,
  state text not null check (state in ('open', 'printing', 'ready')),
  letters integer not null default 0,
  document_id uuid,
  created_at timestamptz not null,
  ready_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, batch_id) references batches on delete cascade,
  foreign key (company_id, document_id) references documents
);
create unique index letter_runs_open on letter_runs (company_id, batch_id) where state = 'open';
create index letter_runs_newest on letter_runs (company_id, created_at, id);
create index letter_runs_of_document on letter_runs (company_id, document_id);
create trigger letter_runs_gone after delete on letter_runs for each row when (old.document_id is not null)
  execute function delete_document();

-- One message by one channel. An e-mail's delivery is its row of the same id in `mails`.
create table collection_messages (
  company_id integer not null,
  id uuid not null,
  invoice_id uuid not null,
  batch_id uuid not null,
  step text not null,
  round smallint not null,
  channel text not null check (channel in ('EMAIL', 'SMS', 'LETTER')),
  code text not null, -- printed in the message: opens the invoice, and proves that the message is ours
  state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
  to_address text, -- e-mail address, number in E.164, or the lines of a postal address
  locale text,
  params jsonb, -- what it says, as of when it left the queue
  error text,
  provider_id text, -- of an SMS, at its provider
  segments smallint, -- of an SMS
  attempts integer not null default 0,
  leased_until timestamptz, -- an attempt is at it until then, or its process died
  report text check (report in ('delivered', 'bounced')), -- what became of it later
  reported_at timestamptz,
  letter_run_id uuid,
  queued_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id),
  -- Whatever clocks, workers and crashes do: each step of an invoice speaks once by each channel.
  unique (company_id, invoice_id, step, round, channel),
  unique (company_id, code),
  foreign key (company_id, invoice_id) references collections on delete cascade,
  foreign key (company_id, letter_run_id) references letter_runs
);
create index collection_messages_queued on collection_messages (company_id, batch_id, id) where state = 'queued';
create index collection_messages_of_batch on collection_messages (company_id, batch_id);
create index collection_messages_of_run on collection_messages (company_id, letter_run_id) where letter_run_id is not null;
create index collection_messages_by_provider on collection_messages (company_id, provider_id) where provider_id is not null;

create table sms_connections (
  company_id integer primary key references companies,
  id uuid not null,
  provider text not null,
  base_url text not null,
  originator text not null, -- whom a message comes from: up to 11 letters and digits, or a number
  secrets bytea not null, -- the access key, AES-256-GCM (kernel/vault.ts)
  report_token text not null, -- of the address where the provider says what became of a message
  connected_at timestamptz not null
);

-- Stops a collection for a reason of one kind. False where there is no collection, or that hold already.
create function hold_collection(company integer, invoice uuid, hold_kind text, why text, who text, at_instant timestamptz)
returns boolean language plpgsql as $$
begin
  update collections set paused_at = coalesce(paused_at, at_instant) where company_id = company and id = invoice;
  if not found then return false; end if;
  insert into collection_holds (company_id, id, invoice_id, kind, reason, actor, since)
  values (company, gen_random_uuid(), invoice, hold_kind, why, who, at_instant)
  on conflict (company_id, invoice_id, kind) do nothing;
  return found;
end $$;

-- Ends it. With the last hold the collection goes on where it stood: what was left of the wait is still to be waited.
create function release_collection(company integer, invoice uuid, hold_kind text, at_instant timestamptz)
returns boolean language plpgsql as $$
begin
  perform 1 from collections where company_id = company and id = invoice for update;
  delete from collection_holds where company_id = company and invoice_id = invoice and kind = hold_kind;
  if not found then return false; end if;
  update collections c
     set paused_at = null,
         next_at = case when next_at > paused_at then at_instant + (next_at - paused_at) else next_at end
   where company_id = company and id = invoice
     and not exists (select from collection_holds h where h.company_id = company and h.invoice_id = invoice);
  return true;
end $$;

-- A question stops the collection of its invoice until it is answered; money that is taken back puts the notice of it first.
-- Both follow the events, whose instants are the changes' own.
create function follow_collection() returns trigger language plpgsql as $$
declare
  asked record;
begin
  if new.type = 'invoice.chargeback' then
    update collections c
       set round = round + 1, next_at = new.at, next_step = 'chargeback',
           resume_step = case when next_step = 'chargeback' then resume_step else next_step end
     where c.company_id = new.company_id and c.id = new.subject_id
       and not exists (select from collection_holds h
                        where h.company_id = c.company_id and h.invoice_id = c.id and h.kind = 'plan');
    -- What had not left yet will say what is true then.
    if found then
      delete from collection_messages
       where company_id = new.company_id and invoice_id = new.subject_id and state = 'queued';
    end if;
    return null;
  end if;
  select invoice_id, state into asked from tickets where company_id = new.company_id and id = new.subject_id;
  if asked.invoice_id is null then return null; end if;
  if asked.state = 'unanswered' then
    perform hold_collection(new.company_id, asked.invoice_id, 'question', 'a question is not answered yet', new.actor, new.at);
  else
    perform release_collection(new.company_id, asked.invoice_id, 'question', new.at);
  end if;
  return null;
end $$;

create trigger events_followed after insert on events for each row
  when (new.type in ('invoice.chargeback', 'ticket.created', 'ticket.customer_replied', 'ticket.employee_replied',
                     'ticket.closed'))
  execute function follow_collection();
