-- What reports ask of the ledger and of payments by time, and the month in which a company's season begins.

alter table companies add column season_month smallint not null default 1 check (season_month between 1 and 12);

-- What happened to the ledger since a day, and the money that moved in a period: their cost is what happened, not the table.
create index invoice_lines_by_time on invoice_lines (company_id, occurred_at, id);
create index payment_entries_by_time on payment_entries (company_id, occurred_at);
create index payments_by_creation on payments (company_id, created_at, id);
create index payments_failed on payments (company_id, changed_at) where status = 'failed';
create index batches_to_transmit on batches (company_id, id) where transmitted_at is null;
create index collection_messages_failed on collection_messages (company_id, queued_at)
  where state = 'failed' or report = 'bounced';
create index line_disputes_unsettled on line_disputes (company_id) where settled_at is null;
create index installment_plans_failed on installment_plans (company_id) where state = 'failed';
create index appointments_pending on appointments (company_id) where status = 'pending';
