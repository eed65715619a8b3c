-- What became of mail after it was handed over: reports of mail servers (RFC 3464) and complaints (RFC 5965).

alter table mails
  add column bounced_at timestamptz,
  add column bounce_kind text check (bounce_kind in ('permanent', 'transient')),
  add column bounce_reason text, -- the diagnostic code
  add column complained_at timestamptz,
  add constraint mails_bounced check ((bounced_at is null) = (bounce_kind is null));

alter table collection_messages drop constraint collection_messages_report_check;
alter table collection_messages add constraint collection_messages_report_check
  check (report in ('delivered', 'bounced', 'complained'));

-- The secret of the address that takes reports: one for the installation.
create table mail_report_address (
  id boolean primary key default true check (id),
  secret bytea not null, -- sealed (kernel/vault.ts)
  made_at timestamptz not null
);

-- A mail of the collection tells its message. Where its address turns out to be none, what waits for the same address is
-- taken back, and the step that said nothing by it is taken once more, by another channel if there is one.
create or replace function follow_mail() returns trigger language plpgsql as $$
declare
  told record;
  taken_back integer;
begin
  update collection_messages
     set state = case new.state when 'pending' then 'sending' else new.state end, sent_at = new.sent_at,
         report = case when new.complained_at is not null then 'complained' when new.bounced_at is not null then 'bounced' end,
         reported_at = coalesce(new.complained_at, new.bounced_at), error = coalesce(new.last_error, new.bounce_reason)
   where company_id = new.company_id and id = new.id
  returning invoice_id, step into told;
  if told.invoice_id is null or new.bounce_kind is distinct from 'permanent' or old.bounce_kind is not distinct from 'permanent'
  then return null; end if;
  perform 1 from collections where company_id = new.company_id and id = told.invoice_id for update;
  delete from collection_messages
   where company_id = new.company_id and invoice_id = told.invoice_id and channel = 'EMAIL' and state = 'queued';
  get diagnostics taken_back = row_count;
  update collections c
     set next_step = case when taken_back > 0 then next_step else told.step end,
         next_at = coalesce(paused_at, new.bounced_at)
   where c.company_id = new.company_id and c.id = told.invoice_id
     and (taken_back > 0 or c.next_at is not null and c.last_step = told.step and told.step ~ '^(request|reminder)')
     and not exists (select from collection_messages m
                      where m.company_id = c.company_id and m.invoice_id = c.id and m.state = 'queued');
  return null;
end $$;

drop trigger mails_followed on mails;
create trigger mails_followed after update on mails for each row
  when (new.template = 'collection-message'
        and (old.state, old.last_error, old.bounce_kind, old.complained_at)
            is distinct from (new.state, new.last_error, new.bounce_kind, new.complained_at))
  execute function follow_mail();
