import { randomBytes } from 'node:crypto'
import type { Ctx, Tx } from '../../kernel/context.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { documentsOf, findUnnamed, type PersonRows } from './person.ts'
import type { PersonWords } from './words-of-person.ts'

/** Nothing of these is left; what hangs on them goes along. In an order that breaks no reference. */
const DELETED = [
  'webhook_deliveries',
  'customer_contact_changes',
  'customer_login_links',
  'customer_sessions',
  'mails',
  'collection_messages',
  'contact_changes',
  'form_submissions',
  'appointments',
  'mandates',
  'agreement_codes',
  'file_shares',
  'file_requests',
  'files',
  'tickets',
]

/** Says for its transaction that what is kept for ever may change. */
export async function beginErasing({ sql }: { sql: Tx }): Promise<void> {
  await sql`select set_config('balie.erasing', 'on', true)`
}

/** Deletes or pseudonymises every row that is the person's; in the transaction that promises the rest. */
// oxlint-disable-next-line house/ask-permission -- its caller has asked for privacy
export async function eraseOwnRows(
  ctx: Ctx & { sql: Tx },
  person: { customerId: string; rows: PersonRows; words: PersonWords },
): Promise<void> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const { customerId, rows, words } = person
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const overwrite = async (table: string, given: object, only = ids(table)) => {
    if (only.length > 0)
      await sql`select overwrite_rows(${table}::text::regclass, ${companyId}, ${only}::uuid[], ${sql.json(given as never)}::jsonb)`
  }
  const erase = async (table: string, only = ids(table), column = 'id') => {
    if (only.length > 0)
      await sql`select erase_rows(${table}::text::regclass, ${companyId}, ${only}::uuid[], ${column}::text::name)`
  }
  await beginErasing(ctx)
  const documents = await documentsOf(ctx, rows)
  const [accepted, others] = await offersOf(ctx, ids('offers'))

  for (const table of DELETED) await erase(table)
  await erase('offers', others)
  await erase('customer_group_members', [customerId], 'customer_id')
  await forgetExports(ctx, customerId)
  const kept = new Set(await referredTo(ctx, ids('invoices'), accepted))
  await erase(
    'documents',
    documents.map(({ id }) => id).filter((id) => !kept.has(id)),
  )

  const pseudonym = `Erased person ${randomBytes(3).toString('hex')}`
  const recipient = recipientWithout(pseudonym)
  const link_token = newLinkToken(companyId)
  await overwrite('customers', {
    name: pseudonym,
    address: '',
    zip_code: '',
    city: '',
    email: null,
    phone: null,
    external_id: null,
    bookkeeping_id: null,
    erased_at: ctx.now.toISOString(),
  })
  await overwrite('invoices', {
    recipient,
    link_token,
    direct_debit_iban: null,
    federation_membership_number: null,
    club_membership_number: null,
    member_external_id: null,
    external_membership_number: null,
  })
  await overwrite('payments', {
    payer_name: null,
    payer_email: null,
    provider_customer_id: null,
    checkout_url: null,
  })
  await overwrite('pending_sign_ups', { name: pseudonym, address: '', zip_code: '', city: '', email: '' })
  await overwrite(
    'offers',
    {
      recipient,
      link_token,
      accepted_via_ip: null,
      accepted_via_user_agent: null,
      acceptance_signature: null,
    },
    accepted,
  )
  await eraseSigners(ctx, ids('agreement_signers'), pseudonym, overwrite)
  await overwrite('line_disputes', { reason: '[erased]' })
  await overwrite('collection_holds', { reason: '[erased]' })
  const left = [
    ...[...rows].map(([table, own]) => ({ table, column: 'id', ids: [...own] })),
    ...(await findUnnamed(ctx, rows)),
    { table: 'documents', column: 'id', ids: [...kept] },
  ]
  for (const part of words.own === '' ? [] : left)
    await sql`
      select take_words_out(${part.table}::text::regclass, ${companyId}, ${part.ids}::uuid[], ${words.own}, ${words.own},
                            ${part.column}::text::name)`
}

/** Offers that were accepted are contracts. */
async function offersOf({ sql, company }: Ctx & { sql: Tx }, ids: string[]): Promise<[string[], string[]]> {
  const offers = await sql<{ id: string; accepted: boolean }[]>`
    select id, accepted_at is not null as accepted from offers
     where company_id = ${company.companyId} and id = any(${ids}::uuid[])`
  const those = (accepted: boolean) =>
    offers.filter((offer) => offer.accepted === accepted).map(({ id }) => id)
  return [those(true), those(false)]
}

/** The documents of what is kept: the invoice as it was issued, the offer as it was accepted. */
async function referredTo({ sql, company }: Ctx & { sql: Tx }, invoices: string[], offers: string[]) {
  const rows = await sql<{ id: string }[]>`
    select document_id as id from invoices
     where company_id = ${company.companyId} and id = any(${invoices}::uuid[]) and document_id is not null
    union
    select document_id from offers
     where company_id = ${company.companyId} and id = any(${offers}::uuid[]) and document_id is not null`
  return rows.map(({ id }) => id)
}

async function forgetExports({ sql, company }: Ctx & { sql: Tx }, customerId: string): Promise<void> {
  const exports = await sql<{ documentId: string }[]>`
    with made as (
      select id, document_id from privacy_requests
       where company_id = ${company.companyId} and customer_id = ${customerId} and document_id is not null
    )
    update privacy_requests r set document_id = null, expires_at = null from made
     where r.company_id = ${company.companyId} and r.id = made.id
    returning made.document_id as "documentId"`
  await sql`
    select erase_rows('documents'::regclass, ${company.companyId}, ${exports.map(({ documentId }) => documentId)}::uuid[])`
}

/** Whoever has signed stays as somebody who has; the sealed document is the contract. */
async function eraseSigners(
  { sql, company }: Ctx & { sql: Tx },
  ids: string[],
  pseudonym: string,
  overwrite: (table: string, given: object, only: string[]) => Promise<void>,
): Promise<void> {
  const signed = await sql<{ id: string }[]>`
    select id from agreement_signers
     where company_id = ${company.companyId} and id = any(${ids}::uuid[]) and signed_at is not null`
  const nobody = {
    first_name: '',
    last_name: pseudonym,
    email: '',
    link_token: newLinkToken(company.companyId),
  }
  await overwrite('agreement_signers', nobody, ids)
  await overwrite(
    'agreement_signers',
    { signature: '', signed_ip: '', signed_user_agent: null },
    signed.map(({ id }) => id),
  )
}

const recipientWithout = (pseudonym: string) => ({
  name: { prefix: '', firstName: '', infix: '', lastName: pseudonym, organization: '' },
  address: {
    address1: '',
    address2: '',
    houseNumber: '',
    houseNumberExtension: '',
    locality: '',
    state: '',
    zipCode: '',
    city: '',
    countryCode: '',
  },
  email: '',
  phone: { number: '', countryCode: '' },
})
