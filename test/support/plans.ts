import { setCollectionProfile } from '../../server/domain/collection/set-collection-profile.ts'
import { defaultSettings } from '../../server/domain/collection/settings.ts'
import { plansOf } from '../../server/domain/installments/find-plan.ts'
import type { CompanyTerms, Plan } from '../../server/domain/installments/plan.ts'
import { setCompanyTerms } from '../../server/domain/installments/plan-terms.ts'
import { sharesOf } from '../../server/domain/installments/shares.ts'
import type { Tenant } from './app.ts'

export interface Offered extends Partial<CompanyTerms> {
  numbers?: number[]
  intervalDays?: 14 | 21 | 30 | 45 | 60 | 90 | 120 | 150 | 180
  installmentCents?: number
  chargebackCents?: number
  surchargeCents?: number
  mayCharge?: boolean
}

/** Lets the members of a company choose plans. */
export async function offerPlans(tenant: Tenant, offered: Offered = {}): Promise<void> {
  const { numbers = [2, 3, 4], intervalDays = 30, mayCharge = true } = offered
  await setCollectionProfile(tenant.ctx(), {
    ...defaultSettings,
    installments: { numbers, intervalDays },
    paymentMethods: mayCharge ? ['ideal', 'sdd'] : ['ideal'],
    fees: {
      ...defaultSettings.fees,
      installmentCents: offered.installmentCents ?? 100,
      chargebackCents: offered.chargebackCents ?? 250,
      surchargeCents: offered.surchargeCents ?? 0,
    },
  })
  await setCompanyTerms(tenant.ctx(), {
    firstDue: offered.firstDue ?? 'at_once',
    announceDays: offered.announceDays ?? 5,
    holdsMandates: offered.holdsMandates ?? false,
  })
}

export interface PlanSeen {
  plan: Plan | undefined
  outstandingCents: number
  retracted: boolean
  /** Of the newest plan's open installments, by position. */
  shares: number[]
  beyondCents: number
}

/** An invoice and its newest plan, as they are stored. */
export async function planOf(tenant: Tenant, invoiceId: string): Promise<PlanSeen> {
  const ctx = tenant.ctx()
  const [{ outstandingCents, retracted }] = await ctx.sql<[{ outstandingCents: number; retracted: boolean }]>`
    select outstanding_cents as "outstandingCents", retracted_at is not null as retracted from invoices
     where company_id = ${tenant.company.companyId} and id = ${invoiceId}`
  const [plan] = await plansOf(ctx, invoiceId)
  const { ofInstallment, beyondCents } = sharesOf(outstandingCents, plan?.installments ?? [])
  const shares = (plan?.installments ?? []).flatMap(({ id }) => ofInstallment.get(id) ?? [])
  return { plan, outstandingCents, retracted, shares, beyondCents }
}

/** The templates of the mails that were queued about an invoice, in order. */
export async function mailsAbout(tenant: Tenant, invoiceId: string): Promise<string[]> {
  const rows = await tenant.ctx().sql<{ template: string }[]>`
    select template from mails where company_id = ${tenant.company.companyId} and about_id = ${invoiceId}
     order by created_at, id`
  return rows.map(({ template }) => template)
}
