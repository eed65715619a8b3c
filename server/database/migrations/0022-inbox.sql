-- The inbox of the staff: who deals with a conversation, when it comes back, what they say among themselves.

alter table tickets
  add column assignee_id uuid, -- the membership of who deals with it
  add column snoozed_until timestamptz, -- out of sight until then; never of an archived one
  add column surfaced_at timestamptz not null default '-infinity', -- when it last came up: the last word, or the end of a snooze
  add column merged_into uuid, -- the conversation that has its messages now
  add foreign key (company_id, assignee_id) references memberships on delete set null (assignee_id),
  add foreign key (company_id, merged_into) references tickets on delete cascade;
update tickets set surfaced_at = last_message_at;
alter table tickets add check (snoozed_until is null or state <> 'archived');

drop index tickets_of_inbox;
drop index tickets_with_support;
create index tickets_of_inbox on tickets (company_id, state, surfaced_at, id)
  where snoozed_until is null and merged_into is null;
create index tickets_snoozed on tickets (company_id, surfaced_at, id)
  where snoozed_until is not null and merged_into is null;
create index tickets_with_support on tickets (company_id, surfaced_at, id)
  where assigned_to_support_at is not null and state <> 'archived' and snoozed_until is null and merged_into is null;
create index tickets_assigned on tickets (company_id, assignee_id, surfaced_at, id)
  where assignee_id is not null and state <> 'archived' and snoozed_until is null and merged_into is null;
create index tickets_of_assignee on tickets (company_id, assignee_id) where assignee_id is not null;
create index tickets_surfaced on tickets (company_id, surfaced_at, id) where merged_into is null;
create index tickets_merged on tickets (company_id, merged_into) where merged_into is not null;

alter table ticket_messages add column user_id uuid references users; -- who of the staff wrote it

-- What the staff say among themselves: in a table of its own, which nothing that customers or programs see reads.
create table ticket_notes (
  company_id integer not null,
  id uuid not null,
  ticket_id uuid not null,
  user_id uuid references users,
  author text not null,
  body_html text not null, -- sanitised
  body_text text not null,
  posted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, ticket_id) references tickets on delete cascade
);
create index ticket_notes_of_ticket on ticket_notes (company_id, ticket_id, posted_at, id);

-- Up to where each of the staff has read.
create table ticket_reads (
  company_id integer not null,
  membership_id uuid not null,
  ticket_id uuid not null,
  read_at timestamptz not null,
  primary key (company_id, membership_id, ticket_id),
  foreign key (company_id, membership_id) references memberships on delete cascade,
  foreign key (company_id, ticket_id) references tickets on delete cascade
);
create index ticket_reads_of_ticket on ticket_reads (company_id, ticket_id);

create table canned_answers (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  body_html text not null, -- sanitised; with placeholders such as {{name}}
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id)
);
create unique index canned_answers_by_name on canned_answers (company_id, lower(name));

-- How two conversations were before one took up the other: what takes that back. The later of two goes first.
create table ticket_merges (
  company_id integer not null,
  id uuid not null, -- the conversation that was taken up
  into_id uuid not null,
  message_ids uuid[] not null,
  note_ids uuid[] not null,
  state text not null,
  snoozed_until timestamptz,
  into_state text not null,
  into_last_message_at timestamptz not null,
  into_surfaced_at timestamptz not null,
  merged_state text not null, -- the states of the one that stayed, as the merge left it
  merged_last_message_at timestamptz not null,
  merged_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, id) references tickets on delete cascade,
  foreign key (company_id, into_id) references tickets on delete cascade
);
create index ticket_merges_into on ticket_merges (company_id, into_id, merged_at);

-- An archived conversation sleeps no longer, and a customer's word wakes one that sleeps.
create function end_snooze() returns trigger language plpgsql as $$
begin
  new.snoozed_until := null;
  return new;
end $$;
create trigger tickets_archived before update on tickets for each row
  when (new.state = 'archived' and new.snoozed_until is not null) execute function end_snooze();

create or replace function keep_last_message() returns trigger language plpgsql as $$
begin
  update tickets t
     set last_message_at = greatest(t.last_message_at, m.at), surfaced_at = greatest(t.surfaced_at, m.at),
         snoozed_until = case when m.by_customer then null else t.snoozed_until end
    from (select company_id, ticket_id, max(posted_at) as at, bool_or(by_customer) as by_customer
            from new_rows group by 1, 2) m
   where t.company_id = m.company_id and t.id = m.ticket_id;
  return null;
end $$;

-- How many conversations each box holds, in page_counts like all other counts.
create function inbox_boxes(state text, snoozed timestamptz, with_support timestamptz, assignee uuid, merged uuid)
returns text[] language sql immutable as $$
  select case
    when merged is not null then array[]::text[]
    when state = 'archived' then array['inbox archived']
    when snoozed is not null then array['inbox snoozed']
    else array_remove(array['inbox ' || state, case when with_support is not null then 'inbox support' end,
                            'inbox of ' || assignee], null)
    end;
$$;

create function count_boxes() returns trigger language plpgsql as $$
declare
  own constant smallint := own_slot();
begin
  if tg_op = 'INSERT' then
    insert into page_counts as c (company_id, list, day, slot, rows)
    select t.company_id, box, 'infinity', own, count(*) from new_rows t, unnest(inbox_boxes(t.state, t.snoozed_until, t.assigned_to_support_at, t.assignee_id, t.merged_into)) box
     group by t.company_id, box order by box
    on conflict (company_id, list, day, slot) do update set rows = c.rows + excluded.rows;
  else
    insert into page_counts as c (company_id, list, day, slot, rows)
    select t.company_id, box, 'infinity', own, -count(*) from old_rows t, unnest(inbox_boxes(t.state, t.snoozed_until, t.assigned_to_support_at, t.assignee_id, t.merged_into)) box
     group by t.company_id, box order by box
    on conflict (company_id, list, day, slot) do update set rows = c.rows + excluded.rows;
  end if;
  return null;
end $$;
create trigger tickets_boxed after insert on tickets
  referencing new table as new_rows for each statement execute function count_boxes();
create trigger tickets_unboxed after delete on tickets
  referencing old table as old_rows for each statement execute function count_boxes();

-- Row by row, so that the many changes that move nothing from box to box cost no more than the comparison.
create function move_boxes() returns trigger language plpgsql as $$
begin
  insert into page_counts as c (company_id, list, day, slot, rows)
  select new.company_id, box, 'infinity', own_slot(), sum(change)
    from (select box, 1 as change from unnest(inbox_boxes(new.state, new.snoozed_until, new.assigned_to_support_at, new.assignee_id, new.merged_into)) box
          union all select box, -1 from unnest(inbox_boxes(old.state, old.snoozed_until, old.assigned_to_support_at, old.assignee_id, old.merged_into)) box) moves
   group by box having sum(change) <> 0 order by box
  on conflict (company_id, list, day, slot) do update set rows = c.rows + excluded.rows;
  return null;
end $$;
create trigger tickets_reboxed after update on tickets for each row
  when ((old.state, old.snoozed_until is null, old.assigned_to_support_at is null, old.assignee_id, old.merged_into)
        is distinct from
        (new.state, new.snoozed_until is null, new.assigned_to_support_at is null, new.assignee_id, new.merged_into))
  execute function move_boxes();

insert into page_counts (company_id, list, day, slot, rows)
select t.company_id, box, 'infinity', 0, count(*) from tickets t, 
       unnest(inbox_boxes(t.state, t.snoozed_until, t.assigned_to_support_at, t.assignee_id, t.merged_into)) box group by 1, 2;

-- Searching conversations by words. Each word bears its company's number, so that looking for the beginning of one meets
-- the words of one company only. Letters lose their marks: `muller` finds `Müller`.
create function plain_words(value text, most integer) returns text[] language sql immutable parallel safe
return array(
  select distinct left(word, 30)
    from regexp_split_to_table(
           regexp_replace(lower(normalize(value, nfkd)), '[\u0300-\u036f]', '', 'g'), '[[:space:][:punct:]]+') word
   where word <> '' limit most);
create function company_words(company integer, value text, most integer) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array(select company || ':' || word from unnest(plain_words(value, most)) word));
-- All of the words, each from its beginning; a single letter is a word by itself. Null where there is no word.
create function ticket_query(company integer, wanted text) returns tsquery language sql immutable parallel safe
return (select string_agg('''' || company || ':' || word || '''' || case when length(word) > 1 then ':*' else '' end,
                          ' & ')::tsquery
          from unnest(plain_words(wanted, 12)) word);

create table ticket_words (
  company_id integer not null,
  id uuid not null, -- the conversation's
  head tsvector not null, -- of its title, its customer and its invoice
  said tsvector not null, -- of its messages and notes: the first five thousand
  primary key (company_id, id),
  foreign key (company_id, id) references tickets on delete cascade
);

create function head_words(company integer, ticket uuid) returns tsvector language sql stable as $$
  select company_words(company, concat_ws(' ', t.title, c.name, c.email, i.external_number, i.number,
           i.recipient #>> '{name,firstName}', i.recipient #>> '{name,lastName}', i.recipient #>> '{name,organization}'), 500)
    from tickets t
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    left join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
   where t.company_id = company and t.id = ticket;
$$;

create function said_words(company integer, ticket uuid) returns tsvector language sql stable as $$
  select company_words(company, coalesce(string_agg(body_text, ' '), ''), 5000)
    from (select body_text from ticket_messages where company_id = company and ticket_id = ticket
          union all select body_text from ticket_notes where company_id = company and ticket_id = ticket) texts;
$$;

-- Of messages and of notes.
create function keep_words() returns trigger language plpgsql as $$
begin
  update ticket_words w
     set said = case when length(w.said) < 5000 then w.said || company_words(w.company_id, m.text, 2000) else w.said end
    from (select company_id, ticket_id, string_agg(body_text, ' ') as text from new_rows group by 1, 2) m
   where w.company_id = m.company_id and w.id = m.ticket_id;
  insert into ticket_words (company_id, id, head, said)
  select m.company_id, m.ticket_id, head_words(m.company_id, m.ticket_id),
         company_words(m.company_id, string_agg(m.body_text, ' '), 2000)
    from new_rows m
   where not exists (select from ticket_words w where w.company_id = m.company_id and w.id = m.ticket_id)
   group by m.company_id, m.ticket_id;
  return null;
end $$;
create trigger ticket_messages_searched after insert on ticket_messages
  referencing new table as new_rows for each statement execute function keep_words();
create trigger ticket_notes_searched after insert on ticket_notes
  referencing new table as new_rows for each statement execute function keep_words();

create function keep_head_words() returns trigger language plpgsql as $$
begin
  update ticket_words w set head = head_words(w.company_id, w.id)
    from tickets t
   where t.company_id = new.company_id and t.customer_id = new.id and w.company_id = t.company_id and w.id = t.id;
  return null;
end $$;
create trigger customers_searched after update on customers for each row
  when ((old.name, old.email) is distinct from (new.name, new.email)) execute function keep_head_words();

-- Texts change only where somebody is forgotten.
create function keep_said_words() returns trigger language plpgsql as $$
begin
  update ticket_words set said = said_words(company_id, id) where company_id = new.company_id and id = new.ticket_id;
  return null;
end $$;
create trigger ticket_messages_changed after update on ticket_messages for each row
  when (old.body_text is distinct from new.body_text) execute function keep_said_words();
create trigger ticket_notes_changed after update on ticket_notes for each row
  when (old.body_text is distinct from new.body_text) execute function keep_said_words();
create function keep_title_words() returns trigger language plpgsql as $$
begin
  update ticket_words set head = head_words(company_id, id) where company_id = new.company_id and id = new.id;
  return null;
end $$;
create trigger tickets_renamed after update on tickets for each row
  when ((old.title, old.customer_id, old.invoice_id) is distinct from (new.title, new.customer_id, new.invoice_id))
  execute function keep_title_words();

insert into ticket_words (company_id, id, head, said)
select company_id, id, head_words(company_id, id), said_words(company_id, id) from tickets;
create index tickets_by_words on ticket_words using gin ((head || said));

-- A merge and its end change whether somebody waits for an answer.
drop trigger events_followed on events;
create trigger events_followed after insert on events for each row
  when (new.type in ('invoice.chargeback', 'ticket.created', 'ticket.customer_replied', 'ticket.employee_replied',
                     'ticket.closed', 'ticket.reopened', 'ticket.merged', 'ticket.unmerged'))
  execute function follow_collection();
