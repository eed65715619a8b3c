-- Mail to be sent. A row is written in the statement of the change that causes it, and its job with it.

create table mails (
  company_id integer not null references companies,
  id uuid not null,
  to_address text not null check (to_address <> ''),
  template text not null,
  locale text not null check (locale in ('nl', 'en', 'de', 'fr', 'it')),
  params jsonb not null, -- what the template says; holds the secrets of links
  attachments jsonb not null default '[]', -- {filename, contentType, text}
  about_kind text not null, -- what it is about: 'invoice', 'appointment', …
  about_id uuid not null,
  state text not null check (state in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  message_id text, -- fixed by the first attempt, so that a mail that arrives twice is seen to be one
  leased_until timestamptz, -- an attempt is at it until then, or its process died
  caught jsonb, -- what would have been sent, where mail is caught instead (MAIL_CATCH)
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id),
  constraint mails_sent check ((state = 'sent') = (sent_at is not null))
);
create index mails_newest on mails (company_id, created_at, id);
create index mails_about on mails (company_id, about_id, created_at);
create index mails_caught on mails (created_at, id) where caught is not null;
