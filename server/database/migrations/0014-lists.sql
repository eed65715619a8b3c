-- What lists can be filtered and sorted by. Each index holds the rows of one filter in the order that a cursor goes on in,
-- so that a page costs the same wherever it is and however large the table.

-- Takes the place of invoices_of_customer, which had no order.
create index invoices_of_customer_newest on invoices (company_id, customer_id, created_at, id);
drop index invoices_of_customer;
create index invoices_by_number on invoices (company_id, external_number);
create index invoices_by_issue on invoices (company_id, issued_on, id);
-- A number, not a condition: the planner rewrites conditions until they no longer match an index.
create index invoices_by_payment on invoices (company_id, (case when paid_at is null then 0 else 1 end), created_at, id);
create index invoices_by_payment_and_issue
  on invoices (company_id, (case when paid_at is null then 0 else 1 end), issued_on, id);

create index tickets_by_closing on tickets (company_id, (case state when 'archived' then 1 else 0 end), created_at, id);
create index tickets_of_customer on tickets (company_id, customer_id, created_at, id);

create index customers_by_name on customers (company_id, (lower(name) collate "C"), id);
create index customers_by_email on customers (company_id, lower(email));
