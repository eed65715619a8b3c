-- A new telephone number waits for its code too, which is texted there. It is one customer's, where an address is that of all.
alter table customer_email_changes rename to customer_contact_changes;
alter index customer_email_changes_of_session rename to customer_contact_changes_of_session;
alter table customer_contact_changes
  alter column email drop not null,
  add column customer_id uuid,
  add column phone text, -- E.164
  add column code text, -- what is to be texted, until it was
  add foreign key (company_id, customer_id) references customers on delete cascade,
  add constraint customer_contact_changes_one
    check ((email is null) <> (phone is null) and (phone is null) = (customer_id is null));
create index customer_contact_changes_of_customer on customer_contact_changes (company_id, customer_id)
  where customer_id is not null;
