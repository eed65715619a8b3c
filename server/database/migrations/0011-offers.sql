-- What a company says of itself on paper, and where it is paid.

alter table companies
  add column address text,
  add column zip_code text,
  add column city text,
  add column iban text, -- without spaces
  add column bic text,
  add column vat_number text,
  add column coc_number text; -- in the trade register

-- An offer waits for its customer until it expires; it is accepted or rejected once.

create table offers (
  company_id integer not null references companies,
  id uuid not null,
  customer_id uuid not null,
  offer_number text not null,
  recipient jsonb not null, -- whom the offer was made, as it was then
  issued_on date not null,
  expires_on date not null, -- the last day on which its customer may accept it
  currency text not null,
  amount_cents bigint not null check (amount_cents >= 0),
  document_id uuid, -- the PDF that came with it; without one, one is made of its lines
  accepted_at timestamptz,
  accepted_via_ip text, -- as it was told, or seen: not always an address
  accepted_via_user_agent text,
  acceptance_signature bytea, -- PNG
  rejected_at timestamptz,
  link_token text not null, -- opens the offer to whoever holds its link
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers,
  foreign key (company_id, document_id) references documents,
  constraint offers_period check (expires_on >= issued_on),
  constraint offers_answer check (accepted_at is null or rejected_at is null),
  constraint offers_acceptance check (accepted_at is not null
    or (accepted_via_ip is null and accepted_via_user_agent is null and acceptance_signature is null))
);
create index offers_newest on offers (company_id, created_at, id);
create index offers_of_customer on offers (company_id, customer_id);
create unique index offers_document on offers (company_id, document_id) where document_id is not null;

create table offer_lines (
  company_id integer not null,
  offer_id uuid not null,
  position smallint not null,
  description text not null,
  net_cents bigint not null,
  vat_rate smallint not null,
  gross_cents bigint not null, -- its share of the total, so that the lines add up
  primary key (company_id, offer_id, position),
  foreign key (company_id, offer_id) references offers on delete cascade
);

create trigger offers_counted_in after insert on offers
  referencing new table as new_rows for each statement execute function count_rows('offers');
create trigger offers_counted_out after delete on offers
  referencing old table as old_rows for each statement execute function count_rows('offers');
