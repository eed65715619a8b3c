-- A punch card that a customer buys: the payment of the sale issues the card, and makes the invoice that it pays.

create table punch_card_sales (
  company_id integer not null references companies,
  id uuid not null,
  punch_card_id uuid not null,
  customer_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0), -- VAT included, as it was then
  vat_rate smallint not null,
  completed_at timestamptz,
  issued_punch_card_id uuid,
  invoice_id uuid,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, punch_card_id) references punch_cards,
  foreign key (company_id, customer_id) references customers,
  foreign key (company_id, issued_punch_card_id) references issued_punch_cards,
  foreign key (company_id, invoice_id) references invoices on delete set null (invoice_id)
);
create index punch_card_sales_of_card on punch_card_sales (company_id, punch_card_id);
create index punch_card_sales_of_customer on punch_card_sales (company_id, customer_id);
create index punch_card_sales_of_issued on punch_card_sales (company_id, issued_punch_card_id);
create index punch_card_sales_of_invoice on punch_card_sales (company_id, invoice_id);

create table punch_card_invoice_numbers (
  company_id integer not null references companies,
  year integer not null,
  last integer not null,
  primary key (company_id, year)
);
