-- Appointments. No two that are not canceled overlap, unless the company lets them: held by an exclusion constraint. The
-- company stands in it as a range, which GiST indexes without an extension.

alter table companies add column appointments_may_overlap boolean not null default false;

create table appointments (
  company_id integer not null references companies,
  id uuid not null, -- also the UID of its calendar files
  customer_id uuid,
  name text not null,
  attendee_name text not null,
  attendee_email text not null, -- empty: nobody is written to
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('pending', 'scheduled', 'canceled')),
  online_meeting_link text,
  exclusive boolean not null, -- made while the company let none overlap
  sequence integer not null, -- how often it was changed (RFC 5545, section 3.8.7.4)
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers,
  -- That it is bounded lets a list look back no further.
  constraint appointments_length check (ends_at > starts_at and ends_at - starts_at <= interval '31 days'),
  constraint appointments_overlap
    exclude using gist (int4range(company_id, company_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
    where (exclusive and status <> 'canceled')
);
create index appointments_by_start on appointments (company_id, starts_at, id);
create index appointments_of_customer on appointments (company_id, customer_id) where customer_id is not null;
