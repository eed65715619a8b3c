-- Events are numbered where they are written, which is after the row locks of their statement: of two changes of one thing
-- the later has the higher number. Ids and instants are made before those locks.
alter table events add column seq bigint generated always as identity;
-- Finds what happened since a moment, at next to no cost for those who write.
create index events_at on events using brin (at) with (pages_per_range = 32, autosummarize = on);

create table webhooks (
  company_id integer not null references companies,
  id uuid not null,
  type text not null, -- as the contract names it: customer-created
  event_type text not null, -- as events do: customer.created
  url text not null,
  secret bytea not null, -- AES-256-GCM (kernel/vault.ts)
  previous_secret bytea, -- signs too until that moment
  previous_secret_until timestamptz,
  failing_since timestamptz, -- the first failure since the last success
  paused_until timestamptz, -- the endpoint asked for it
  disabled_at timestamptz,
  disabled_reason text check (disabled_reason in ('by_hand', 'gone', 'failing')),
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint webhooks_disabled check ((disabled_at is null) = (disabled_reason is null)),
  constraint webhooks_rotated check ((previous_secret is null) = (previous_secret_until is null))
);
create index webhooks_newest on webhooks (company_id, created_at, id);
create index webhooks_of_event on webhooks (company_id, event_type) where disabled_at is null;

create trigger webhooks_counted_in after insert on webhooks
  referencing new table as new_rows for each statement execute function count_rows('webhooks');
create trigger webhooks_counted_out after delete on webhooks
  referencing old table as old_rows for each statement execute function count_rows('webhooks');

-- What an endpoint is owed, and the log of what it got. One row per event and webhook.
create table webhook_deliveries (
  company_id integer not null,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  event_seq bigint not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0, -- of the schedule at hand: sending again begins anew
  -- When it is due. Whoever takes it moves this on by the time that an attempt can take: it is due again should they die.
  next_attempt_at timestamptz not null default now(),
  body text, -- what was sent; made at the first attempt
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, webhook_id, event_seq),
  foreign key (company_id, webhook_id) references webhooks on delete cascade,
  foreign key (company_id, event_id) references events
);
create index webhook_deliveries_due on webhook_deliveries (company_id, webhook_id, next_attempt_at)
  where state = 'pending';

create table webhook_attempts (
  company_id integer not null,
  id uuid not null,
  delivery_id uuid not null,
  at timestamptz not null,
  duration_ms integer not null,
  url text not null,
  status smallint, -- null: no answer came
  error text,
  answer text, -- its first 4 kB
  primary key (company_id, id),
  foreign key (company_id, delivery_id) references webhook_deliveries on delete cascade
);
create index webhook_attempts_of_delivery on webhook_attempts (company_id, delivery_id, at);

-- Owes an event to the webhooks that ask for it, in the transaction of the change, and wakes who delivers. The lock keeps
-- a webhook that is being deleted from failing the change.
create function owe_event() returns trigger language plpgsql as $$
declare
  owed record;
begin
  for owed in
    insert into webhook_deliveries (company_id, id, webhook_id, event_id, event_seq)
    select w.company_id, gen_random_uuid(), w.id, new.id, new.seq
      from webhooks w
     where w.company_id = new.company_id and w.event_type = new.type and w.disabled_at is null
       for key share
    returning company_id, webhook_id
  loop
    perform pg_notify('webhook_deliveries', owed.company_id || ' ' || owed.webhook_id);
  end loop;
  return null;
end $$;

create trigger events_owed after insert on events for each row execute function owe_event();
