-- A repeated request gets its first answer to the letter, the order of its fields included.
alter table idempotency_keys alter column answer type json using answer::text::json;
