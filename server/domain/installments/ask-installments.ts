import { transaction, type Actor, type Company, type Db } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { addDays, dayIn, type PlainDate } from '../../kernel/time.ts'
import { getBatchSettings } from '../collection/get-batch-settings.ts'
import { mayLeave } from '../collection/schedule.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { paymentsOf } from '../payments/find-payment.ts'
import { chargeMandate } from '../payments/insert-payment.ts'
import { isOver, type TxCtx } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { plansOf } from './find-plan.ts'
import { findLetterFacts, type LetterFacts } from './letter-facts.ts'
import type { Installment, Plan } from './plan.ts'
import { sharesOf } from './shares.ts'

export interface AskDeps {
  sql: Db
  now: Date
  providers: PaymentProviders
  /** Told of a plan that could not be worked on; the others are. */
  failed(plan: { companyId: number; id: string }, error: unknown): void
}

const actor: Actor = { kind: 'system', id: 'ask-installments', permissions: 'all' }

/** Plans that are read at a time. */
const PAGE = 500

/**
 * Asks for every installment whose day has come: charges it where the payer agreed to that and was told so many days before,
 * else mails the link. Any number of these may run at once, at any time, and be killed: what is asked is noted in the
 * transaction that asks it, under the lock of the invoice. Nobody is written to outside the hours of the batch. Days that were missed are made up for. Returns how many were
 * announced, charged or mailed.
 */
export async function askInstallments(deps: AskDeps, job: { companyId?: number } = {}): Promise<number> {
  // A day ahead of UTC is the farthest that any company is.
  const tomorrow = new Date(deps.now.getTime() + 24 * 3_600_000)
  const companies = await deps.sql<{ companyId: number }[]>`
    select distinct p.company_id as "companyId"
      from installment_plans p join installments i on i.company_id = p.company_id and i.plan_id = p.id
     where p.state = 'running' and i.state = 'planned' and i.due_on <= ${tomorrow}::date + p.announce_days
       and (${job.companyId ?? null}::integer is null or p.company_id = ${job.companyId ?? null})
     order by p.company_id`
  let asked = 0
  for (const { companyId } of companies) {
    const company = await findCompany(deps.sql, companyId)
    if (company) asked += await askOfCompany(deps, company)
  }
  return asked
}

async function askOfCompany(deps: AskDeps, company: Company): Promise<number> {
  const today = dayIn(deps.now, company.timeZone)
  const { companyId } = company
  let asked = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const plans = await deps.sql<{ id: string; invoiceId: string }[]>`
      select p.id, p.invoice_id as "invoiceId" from installment_plans p
       where p.company_id = ${companyId} and p.state = 'running' and p.id > ${after}
         and exists (select from installments i
              where i.company_id = p.company_id and i.plan_id = p.id and i.state = 'planned'
                and (i.due_on <= ${today}::date
                  or (p.automatic and p.mandate_id is not null and i.announced_on is null and i.due_on <= ${today}::date + p.announce_days)))
       order by p.id limit ${PAGE}`
    for (const { id, invoiceId } of plans)
      try {
        asked += await transaction(deps.sql, (sql) =>
          askOfPlan({ sql, company, actor, now: deps.now }, deps.providers, { id, invoiceId, today }),
        )
      } catch (error) {
        deps.failed({ companyId, id }, error)
      }
    if (plans.length < PAGE) return asked
    after = plans.at(-1)!.id
  }
}

async function askOfPlan(
  ctx: TxCtx,
  providers: PaymentProviders,
  { id, invoiceId, today }: { id: string; invoiceId: string; today: PlainDate },
): Promise<number> {
  await lockInvoice(ctx, invoiceId)
  const plan = (await plansOf(ctx, invoiceId)).find((one) => one.id === id)
  if (plan?.state !== 'running') return 0
  const facts = await findLetterFacts(ctx, invoiceId)
  const { window } = await getBatchSettings(ctx, facts.batchId)
  if (!mayLeave(ctx.now, ctx.company.timeZone, window)) return 0
  let charges = plan.automatic && plan.mandateId !== null
  let asked = 0
  for (const { position } of plan.installments.filter(({ state }) => state === 'planned')) {
    // Shares change with what was told on the way.
    const installment = plan.installments[position - 1]!
    const share = sharesOf(facts.outstandingCents, plan.installments).ofInstallment.get(installment.id)!
    const on: Asking = { ctx, providers, plan, installment, share, facts, invoiceId, today }
    if (share <= 0 && installment.dueOn <= today) await note(on, { state: 'canceled' })
    else if (share > 0 && charges) {
      const outcome = await announceOrCharge(on)
      if (outcome === 'asked') asked += 1
      if (outcome !== 'not_possible') continue
      charges = false
    }
    if (share > 0 && !charges && installment.dueOn <= today) {
      await note(on, { state: 'due', askedCents: share, askedAt: ctx.now.toISOString() })
      await mail(on, 'installment-due', installment.dueOn)
      asked += 1
    }
  }
  return asked
}

interface Asking {
  ctx: TxCtx
  providers: PaymentProviders
  plan: Plan
  installment: Installment
  share: number
  facts: LetterFacts
  invoiceId: string
  today: PlainDate
}

/** `not_possible`: the mandate cannot be charged; the payer is asked to pay instead, from now on. */
async function announceOrCharge(on: Asking): Promise<'asked' | 'waits' | 'not_possible'> {
  const { ctx, plan, installment, share, today } = on
  if (installment.dueOn > addDays(today, plan.announceDays)) return 'waits'
  let told = false
  // More than was announced is not charged: it is announced anew.
  if (installment.announcedOn === null || share > installment.askedCents!) {
    await note(on, { askedCents: share, announcedOn: today })
    const first = addDays(today, plan.announceDays)
    await mail(on, 'installment-announced', installment.dueOn > first ? installment.dueOn : first)
    told = true
  }
  const from = addDays(installment.announcedOn!, plan.announceDays)
  if (installment.dueOn > today || from > today) return told ? 'asked' : 'waits'
  const payments = await paymentsOf(ctx, { kind: 'installment', id: installment.id }, 20)
  // Somebody is at a checkout with it: the next run sees what came of that.
  if (payments.some(({ status }) => status !== 'created' && !isOver(status))) return told ? 'asked' : 'waits'
  try {
    await chargeMandate(ctx, on.providers, {
      subject: { kind: 'installment', id: installment.id },
      amountCents: share,
      description: `${on.facts.number} ${installment.position}/${plan.installments.length} ${ctx.company.name}`,
      mandateId: plan.mandateId!,
    })
  } catch (error) {
    // Both are said before anything is written, so the transaction is whole.
    const refused = error instanceof BalieError && (error.code === 'unavailable' || error.code === 'invalid')
    if (!refused) throw error
    await stopCharges(ctx, plan)
    return 'not_possible'
  }
  await note(on, { state: 'in_progress', askedCents: share, askedAt: ctx.now.toISOString() })
  return 'asked'
}

async function stopCharges(ctx: TxCtx, plan: Plan): Promise<void> {
  await ctx.sql`
    update installment_plans set automatic = false
     where company_id = ${ctx.company.companyId} and id = ${plan.id}`
  plan.automatic = false
}

/** Writes what becomes of the installment, and keeps the copy at hand the same. */
async function note(
  { ctx, installment, invoiceId }: Asking,
  change: Partial<Pick<Installment, 'state' | 'askedCents' | 'announcedOn' | 'askedAt'>>,
): Promise<void> {
  Object.assign(installment, change)
  const { state, askedCents, announcedOn, askedAt } = installment
  await ctx.sql`
    with installment as (
      update installments
         set state = ${state}, asked_cents = ${askedCents}, announced_on = ${announcedOn}, asked_at = ${askedAt},
             ended_at = case when ${state} = 'canceled' then ${ctx.now}::timestamptz end
       where company_id = ${ctx.company.companyId} and id = ${installment.id} and state = 'planned'
      returning company_id, ${invoiceId}::uuid as id, null as before,
                jsonb_build_object('planId', plan_id, 'position', position, 'state', state, 'amountCents', asked_cents) as after
    ) ${insertEvent(ctx, 'installment.asked')} from installment`
}

async function mail(
  { ctx, facts, share, invoiceId }: Asking,
  template: 'installment-due' | 'installment-announced',
  dueOn: PlainDate,
): Promise<void> {
  await queueMail(ctx, {
    template,
    to: facts.email,
    locale: facts.locale,
    params: {
      name: facts.name,
      number: facts.number,
      amountCents: share,
      currency: facts.currency,
      dueOn,
      url: facts.url,
    },
    about: { kind: 'invoice', id: invoiceId },
  })
}
