-- What the desk looks things up by.

-- Customers by words of their name, address of mail, city, number of phone and the partner's own id; as invoices are found.
create function customer_words(company integer, name text, email text, phone text, city text, external_id text)
returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_append(words_of(
  name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || city || ' ' || coalesce(external_id, '')),
  '#' || company));
create index customers_by_words on customers
  using gin (customer_words(company_id, name, email, phone, city, external_id));

-- Offers of a customer, newest first; and by their answer: 0 none, 1 accepted, 2 rejected.
create index offers_of_customer_newest on offers (company_id, customer_id, created_at, id);
drop index offers_of_customer;
create index offers_by_answer on offers
  (company_id, (case when accepted_at is not null then 1 when rejected_at is not null then 2 else 0 end), created_at, id);

-- Agreements by who was invited, and by whether they are sealed.
create index agreement_signers_by_email on agreement_signers (company_id, lower(email), agreement_id);
create index agreements_by_signing on agreements
  (company_id, (case when signed_at is null then 0 else 1 end), created_at, id);

-- What lies in a directory, as people look for it: directories first, by name.
create index files_by_name on files (company_id, directory_id, is_directory desc, (lower(name) collate "C"), id);

create function file_words(company integer, name text) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_append(words_of(name), '#' || company));
create index files_by_words on files using gin (file_words(company_id, name));
