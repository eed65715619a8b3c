import type { Ctx } from '../../kernel/context.ts'
import { toE164 } from '../sms/phone-number.ts'
import type { PersonRows } from './person.ts'

/** What a person is known by, as regular expressions of Postgres without regard to case; empty: by nothing. */
export interface PersonWords {
  /** Names and all the rest: for rows that are the person's. */
  own: string
  /** E-mail addresses, telephone numbers, accounts that nobody else has: for all rows of the company. */
  anywhere: string
}

interface Known {
  kind: 'email' | 'phone' | 'iban' | 'name' | 'address' | 'number'
  value: string
}

/** Shorter ones are words that stand in other texts too. */
const LEAST: Record<Known['kind'], number> = { email: 5, phone: 6, iban: 8, name: 2, address: 4, number: 3 }

const spaced = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** The ways in which a text may write it. */
function formsOf({ kind, value }: Known, country: string): string[] {
  const forms = [value]
  if (kind === 'iban') forms.push(spaced(value.replace(/\s/g, '')), value.replace(/\s/g, ''))
  if (kind === 'email') forms.push(encodeURIComponent(value))
  if (kind === 'phone') {
    const international = toE164(value, country)
    if (international !== undefined) forms.push(international, international.slice(1))
    forms.push(value.replace(/[^\d+]/g, ''))
  }
  // As JSON writes it, in texts that hold JSON.
  return [...new Set(forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]))]
}

const escaped = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')

/** Whole words only: who is called Jo does not take the beginning of Johan along. */
const bounded = (text: string) =>
  `${/^[\p{L}\p{N}_]/u.test(text) ? '\\m' : ''}${escaped(text)}${/[\p{L}\p{N}_]$/u.test(text) ? '\\M' : ''}`

const patternOf = (known: Known[], country: string) =>
  [...new Set(known.flatMap((one) => formsOf(one, country)))]
    .sort((one, other) => other.length - one.length)
    .map(bounded)
    .join('|')

/** By what the person is known, in all of their rows, now and before. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function findPersonWords(ctx: Ctx, rows: PersonRows): Promise<PersonWords> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const of = (table: string) =>
    sql`${sql(table)} t where t.company_id = ${companyId} and t.id = any(${ids(table)}::uuid[])`
  const recipients = sql`(
    select recipient from ${of('invoices')} union all select recipient from ${of('offers')}
    union all select v from events t,
              lateral jsonb_path_query(jsonb_build_array(t.before, t.after), '$[*].recipient') v
               where t.company_id = ${companyId} and t.id = any(${ids('events')}::uuid[])
  ) r`
  const found = await sql<Known[]>`
    select distinct kind, trim(value) as value from (
      select 'email' as kind, email as value from ${of('customers')}
      union all select 'phone', phone from ${of('customers')}
      union all select 'name', name from ${of('customers')}
      union all select 'address', address from ${of('customers')}
      union all select 'number', unnest(array[external_id, zip_code]) from ${of('customers')}
      union all select 'number', recipient #>> '{address,zipCode}' from ${recipients}
      union all select 'email', recipient ->> 'email' from ${recipients}
      union all select 'phone', recipient #>> '{phone,number}' from ${recipients}
      union all select 'name', recipient #>> '{name,firstName}' from ${recipients}
      union all select 'name', recipient #>> '{name,lastName}' from ${recipients}
      union all select 'name', recipient #>> '{name,organization}' from ${recipients}
      union all select 'name', concat_ws(' ', nullif(recipient #>> '{name,firstName}', ''), nullif(recipient #>> '{name,infix}', ''),
                                         nullif(recipient #>> '{name,lastName}', '')) from ${recipients}
      union all select 'address', concat_ws(' ', nullif(recipient #>> '{address,address1}', ''),
                                            nullif(recipient #>> '{address,houseNumber}', '')) from ${recipients}
      union all select 'address', recipient #>> '{address,address1}' from ${recipients}
      union all select 'iban', direct_debit_iban from ${of('invoices')}
      union all select 'number', unnest(array[member_external_id, external_membership_number, federation_membership_number,
                                              club_membership_number]) from ${of('invoices')}
      union all select 'iban', iban from ${of('mandates')}
      union all select 'name', holder_name from ${of('mandates')}
      union all select 'email', email from ${of('contact_changes')}
      union all select 'email', payer_email from ${of('payments')}
      union all select 'name', payer_name from ${of('payments')} and t.provider <> 'sandbox'
      union all select 'name', name from ${of('pending_sign_ups')}
      union all select 'address', address from ${of('pending_sign_ups')}
      union all select 'number', zip_code from ${of('pending_sign_ups')}
      union all select 'email', email from ${of('pending_sign_ups')}
      union all select 'name', attendee_name from ${of('appointments')}
      union all select 'email', attendee_email from ${of('appointments')}
      union all select 'email', email from ${of('agreement_signers')}
      union all select 'name', first_name || ' ' || last_name from ${of('agreement_signers')}
      union all select 'name', unnest(array[first_name, last_name]) from ${of('agreement_signers')}
      union all
      select case k.key when 'email' then 'email' when 'phone' then 'phone' when 'name' then 'name' else 'address' end,
             k.value #>> '{}'
        from events t, lateral (select * from jsonb_each(t.before) union all select * from jsonb_each(t.after)) k
       where t.company_id = ${companyId} and t.subject_id = any(${ids('customers')}::uuid[])
         and t.type like 'customer.%' and k.key in ('email', 'phone', 'name', 'address', 'zipCode')
         and jsonb_typeof(k.value) = 'string'
    ) known where trim(value) <> ''`
  const known = found.filter(({ kind, value }) => value.length >= LEAST[kind])
  const [customer] = await sql<{ country: string }[]>`
    select country_code as country from customers where company_id = ${companyId} and id = any(${ids('customers')}::uuid[])`
  const country = customer?.country ?? 'NL'
  const contacts = known.filter(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'iban')
  const shared = await sharedWith(
    ctx,
    rows,
    contacts.map(({ value }) => value),
  )
  return {
    own: patternOf(known, country),
    anywhere: patternOf(
      contacts.filter(({ value }) => !shared.has(value.toLowerCase())),
      country,
    ),
  }
}

/** Which of the values somebody else at the company has too: another customer, one of the staff, the company itself. */
async function sharedWith(ctx: Ctx, rows: PersonRows, values: string[]): Promise<Set<string>> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const wanted = values.map((value) => value.toLowerCase())
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const others = await sql<{ value: string }[]>`
    select distinct lower(value) as value from (
      select unnest(array[email, phone]) as value from customers
       where company_id = ${companyId} and id <> all(${ids('customers')}::uuid[])
      union all
      select unnest(array[recipient ->> 'email', recipient #>> '{phone,number}', direct_debit_iban]) from invoices
       where company_id = ${companyId} and id <> all(${ids('invoices')}::uuid[])
      union all
      select iban from mandates where company_id = ${companyId} and id <> all(${ids('mandates')}::uuid[])
      union all
      select unnest(array[email, iban]) from companies where company_id = ${companyId}
      union all
      select u.email from memberships m join users u on u.id = m.user_id where m.company_id = ${companyId}
      union all
      select email from invitations where company_id = ${companyId}
    ) others where lower(value) = any(${wanted})`
  return new Set(others.map(({ value }) => value))
}
