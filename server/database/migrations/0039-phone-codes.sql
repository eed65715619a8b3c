-- A new telephone number waits for its code too, which is texted there.
alter table contact_changes
  alter column email drop not null,
  add column phone jsonb, -- {number, countryCode}
  add column code text, -- what is to be texted, until it was
  add constraint contact_changes_one check ((email is null) <> (phone is null));
