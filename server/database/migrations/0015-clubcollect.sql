-- A company as its partners know it, and its imports as a list.

alter table companies
  add column if not exists address text, -- street, and number where they were given together
  add column if not exists zip_code text,
  add column if not exists city text,
  add column address2 text,
  add column house_number text,
  add column brand text not null default 'clubcollect',
  add column vat_percentage numeric(5, 2) check (vat_percentage between 0 and 100),
  add column partnership_page_url text;

create index batches_oldest on batches (company_id, created_at, id);
create trigger batches_counted_in after insert on batches
  referencing new table as new_rows for each statement execute function count_rows('batches');
create trigger batches_counted_out after delete on batches
  referencing old table as old_rows for each statement execute function count_rows('batches');
insert into page_counts (company_id, list, day, slot, rows)
select company_id, 'batches', d.day, 0, count(*)
  from batches, lateral (values ((created_at at time zone 'UTC')::date), ('infinity')) d (day)
 group by company_id, d.day;

alter table invoices add column credit_note_number text; -- the partner's number of what credited and retracted it
