-- A punch card is a template; issued ones belong to customers and are stamped.

create table punch_cards (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  description text,
  punches integer not null check (punches > 0),
  punch_label text not null,
  for_sale boolean not null,
  price_cents bigint check (price_cents >= 0), -- VAT included
  vat_rate smallint,
  expiry_value integer check (expiry_value > 0),
  expiry_period text check (expiry_period in ('days', 'months', 'years')),
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint punch_cards_sale check (for_sale = (price_cents is not null) and for_sale = (vat_rate is not null)),
  constraint punch_cards_expiry check ((expiry_value is null) = (expiry_period is null))
);
create index punch_cards_newest on punch_cards (company_id, created_at, id);

create table issued_punch_cards (
  company_id integer not null,
  id uuid not null,
  punch_card_id uuid not null,
  customer_id uuid not null,
  punches_left integer not null check (punches_left >= 0),
  expires_at timestamptz,
  issued_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, punch_card_id) references punch_cards,
  foreign key (company_id, customer_id) references customers
);
create index issued_punch_cards_newest on issued_punch_cards (company_id, punch_card_id, issued_at, id);
create index issued_punch_cards_of_customer on issued_punch_cards (company_id, customer_id);

create trigger punch_cards_counted_in after insert on punch_cards
  referencing new table as new_rows for each statement execute function count_rows('punch_cards');
create trigger punch_cards_counted_out after delete on punch_cards
  referencing old table as old_rows for each statement execute function count_rows('punch_cards');
