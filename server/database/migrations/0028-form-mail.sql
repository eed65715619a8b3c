-- What is sent with a form may be mailed, beside being stored.
alter table cms_forms add column send_email text check (send_email <> '');
alter table cms_forms add constraint cms_forms_goes_one_way check (send_url is null or send_email is null);
