-- Customers in groups of the company's own making; one customer may be in many.

create table customer_groups (
  company_id integer not null references companies,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (company_id, id)
);
create index customer_groups_newest on customer_groups (company_id, created_at, id);

create table customer_group_members (
  company_id integer not null,
  group_id uuid not null,
  customer_id uuid not null,
  joined_at timestamptz not null,
  primary key (company_id, group_id, customer_id),
  foreign key (company_id, group_id) references customer_groups on delete cascade,
  foreign key (company_id, customer_id) references customers on delete cascade
);
create index customer_group_members_of_customer on customer_group_members (company_id, customer_id, group_id);

create trigger customers_counted_in after insert on customers
  referencing new table as new_rows for each statement execute function count_rows('customers');
create trigger customers_counted_out after delete on customers
  referencing old table as old_rows for each statement execute function count_rows('customers');
create trigger customer_groups_counted_in after insert on customer_groups
  referencing new table as new_rows for each statement execute function count_rows('customer_groups');
create trigger customer_groups_counted_out after delete on customer_groups
  referencing old table as old_rows for each statement execute function count_rows('customer_groups');

insert into page_counts (company_id, list, day, slot, rows)
select company_id, 'customers', d.day, 0, count(*)
  from customers, lateral (values ((created_at at time zone 'UTC')::date), ('infinity')) d (day)
 group by company_id, d.day;
