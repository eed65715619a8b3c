import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { mayBeSent, newCode, tooManyCodes } from '../codes/code.ts'
import { personName, type Recipient } from '../customers/customer.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { getPublicInvoice } from './get-public-invoice.ts'
import { invoicePagePath } from './invoice-page-path.ts'

type Invoice = Awaited<ReturnType<typeof getPublicInvoice>>

/** The job that texts the code of a new number. Its payload names the row. */
export const TEXT_CODE = 'text-code'

export interface TextCodeJob {
  companyId: number
  changeId: string
}

const CODE_MINUTES = 60
/** With the growing gaps of the queue, less than half of the hour that a code is good. */
const TEXT_ATTEMPTS = 8

/** Mails a code to a new address. The caller holds the lock of the invoice. Throws `rate_limited`. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function mailContactCode(ctx: Ctx, invoice: Invoice, email: string): Promise<void> {
  const id = newId()
  const { digits, hash } = newCode(id)
  const mail = insertMail(
    ctx,
    {
      template: 'contact-code',
      to: email,
      locale: invoice.locale,
      params: { name: personName(invoice.recipient), code: digits, url: invoicePagePath(invoice) },
      about: { kind: 'invoice', id: invoice.id },
    },
    ctx.sql`from change`,
  )
  const [sent] = await ctx.sql`
    with change as (
      insert into contact_changes (company_id, id, invoice_id, email, code_hash, sent_at, expires_at)
      select ${ctx.company.companyId}::integer, ${id}::uuid, ${invoice.id}::uuid, ${email}, ${hash},
             ${ctx.now}::timestamptz, ${expiry(ctx)}::timestamptz
        from ${sentBefore(ctx, invoice)}
      returning id
    ), mail as (${mail})
    select id from change`
  if (!sent) throw tooManyCodes('email')
}

/** Texts a code to a new number, by a job. The caller holds the lock of the invoice. Throws `rate_limited`. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function textContactCode(ctx: Ctx, invoice: Invoice, phone: Recipient['phone']): Promise<void> {
  const id = newId()
  const { digits, hash } = newCode(id)
  const [sent] = await ctx.sql`
    with change as (
      insert into contact_changes (company_id, id, invoice_id, phone, code, code_hash, sent_at, expires_at)
      select ${ctx.company.companyId}::integer, ${id}::uuid, ${invoice.id}::uuid, ${ctx.sql.json(phone)}::jsonb, ${digits},
             ${hash}, ${ctx.now}::timestamptz, ${expiry(ctx)}::timestamptz
        from ${sentBefore(ctx, invoice)}
      returning company_id, id
    )
    select graphile_worker.add_job(${TEXT_CODE}::text, json_build_object('companyId', company_id, 'changeId', id),
             run_at := ${ctx.now}::timestamptz, max_attempts := ${TEXT_ATTEMPTS}::integer) as job
      from change`
  if (!sent) throw tooManyCodes('phone')
}

const expiry = ({ now }: Ctx) => new Date(now.getTime() + CODE_MINUTES * 60_000)

const sentBefore = (ctx: Ctx, { id }: Invoice) => ctx.sql`
  contact_changes where company_id = ${ctx.company.companyId} and invoice_id = ${id} and ${mayBeSent(ctx)}`
