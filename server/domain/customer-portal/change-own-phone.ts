import { atomically, type Ctx, type Db, type Locale } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { newCode, tooManyCodes } from '../codes/code.ts'
import { editCustomer } from '../customers/edit-customer.ts'
import { takesTexts } from '../sms/connect-sms.ts'
import { toE164 } from '../sms/phone-number.ts'
import { getOwnCustomer } from './list-own-customers.ts'
import { enterOwnCode, expiryOfCode, whereCodeMayBeSent } from './own-code.ts'

/** The job that texts the code of a customer's new number. */
export const TEXT_OWN_CODE = 'text-own-code'

export interface TextOwnCodeJob {
  companyId: number
  changeId: string
  locale: Locale
}

/** With the growing gaps of the queue, less than half of the hour that a code is good. */
const TEXT_ATTEMPTS = 8

/**
 * Texts a code, by a job, to the number that is to be that of one of one's own customers; where it says no country, theirs is
 * meant. Throws `forbidden`, `not_found`, `invalid`, `conflict` (the company sends no texts), `rate_limited`.
 */
export async function askForOwnPhone(
  ctx: Ctx,
  customerId: string,
  given: string,
  locale: Locale,
): Promise<void> {
  allow(ctx.actor, 'customers:write')
  const customer = await getOwnCustomer(ctx, customerId)
  if (!(await takesTexts(ctx)))
    throw conflict('sms_not_connected', 'The company sends no text messages: a number cannot be confirmed.')
  const phone = toE164(given, customer.countryCode)
  if (phone === undefined)
    throw invalid('phone', 'must be a telephone number, with its country code if need be')
  if (phone === toE164(customer.phone ?? '', customer.countryCode))
    throw invalid('phone', 'is your number already')
  const id = newId()
  const { digits, hash } = newCode(id)
  const [sent] = await ctx.sql`
    with change as (
      insert into customer_contact_changes
             (company_id, id, session_id, customer_id, phone, code, code_hash, sent_at, expires_at)
      select ${ctx.company.companyId}::integer, ${id}::uuid, ${ctx.actor.id}::uuid, ${customerId}::uuid, ${phone}, ${digits},
             ${hash}::bytea, ${ctx.now}::timestamptz, ${expiryOfCode(ctx)}::timestamptz
        ${whereCodeMayBeSent(ctx)}
      returning company_id, id
    )
    select graphile_worker.add_job(${TEXT_OWN_CODE}::text,
             json_build_object('companyId', company_id, 'changeId', id, 'locale', ${locale}::text),
             run_at := ${ctx.now}::timestamptz, max_attempts := ${TEXT_ATTEMPTS}::integer) as job
      from change`
  if (!sent) throw tooManyCodes('phone')
}

/** Makes the new number the customer's, if the code is the newest that was texted there. Throws `forbidden`, `not_found`, `invalid`. */
export async function confirmOwnPhone(
  ctx: Ctx,
  outside: Db,
  customerId: string,
  code: string,
): Promise<void> {
  allow(ctx.actor, 'customers:write')
  await getOwnCustomer(ctx, customerId)
  const { id, phone } = await enterOwnCode(ctx, outside, ctx.sql`customer_id = ${customerId}`, code)
  await atomically(ctx, async (inside) => {
    const [confirmed] = await inside.sql`
      update customer_contact_changes set confirmed_at = ${inside.now}, code = null
       where company_id = ${ctx.company.companyId} and id = ${id} and confirmed_at is null returning 1`
    if (confirmed) await editCustomer(inside, customerId, { phone })
  })
}
