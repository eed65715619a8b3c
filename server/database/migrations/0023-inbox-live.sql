-- What open inboxes are told. The rows are the truth; the notice is a wake-up, given only where somebody listens: a commit
-- with a notice waits for every other such commit.
create table inbox_changes (
  company_id integer not null references companies,
  seq bigint not null, -- the event's
  ticket_id uuid not null,
  type text not null,
  actor text not null,
  at timestamptz not null,
  -- Whose transactions were over when somebody looked has been seen by them; a sequence does not tell that.
  transaction xid8 not null default pg_current_xact_id(),
  primary key (company_id, seq)
);
create index inbox_changes_by_transaction on inbox_changes (company_id, transaction);
create index inbox_changes_oldest on inbox_changes (at);

-- Companies of which somebody has the inbox open, in whichever process.
create unlogged table inbox_listeners (
  company_id integer primary key references companies,
  until timestamptz not null
);

-- Who has which conversation before them, by the tab of the browser; a row that nobody renews is over.
create unlogged table inbox_presence (
  company_id integer not null,
  session_id uuid not null,
  tab uuid not null,
  membership_id uuid not null,
  ticket_id uuid not null,
  writing boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (company_id, session_id, tab),
  foreign key (company_id, membership_id) references memberships on delete cascade,
  foreign key (company_id, ticket_id) references tickets on delete cascade
);
create index inbox_presence_of_ticket on inbox_presence (company_id, ticket_id);
create index inbox_presence_of_membership on inbox_presence (company_id, membership_id);

create function wake_inbox(company integer) returns void language plpgsql as $$
begin
  if exists (select from inbox_listeners where company_id = company and until > clock_timestamp()) then
    perform pg_notify('inbox_changed', company::text);
  end if;
end $$;

create function show_change() returns trigger language plpgsql as $$
begin
  insert into inbox_changes (company_id, seq, ticket_id, type, actor, at)
  values (new.company_id, new.seq, new.subject_id, new.type, new.actor, new.at);
  perform wake_inbox(new.company_id);
  return null;
end $$;
create trigger events_shown after insert on events for each row
  when (new.type like 'ticket.%' or new.type like 'inbox.%') execute function show_change();
