import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Agreement } from './agreement.ts'
import { agreementColumns } from './columns.ts'

export interface AgreementFilter {
  signed?: boolean
  /** Somebody with this address was invited to sign. */
  signerEmail?: string
}

/** Some of the company's agreements, newest first. Throws `forbidden`. */
export async function searchAgreements(
  ctx: Ctx,
  { signed, signerEmail }: AgreementFilter,
  { offset, limit }: PageRequest,
): Promise<Page<Agreement>> {
  allow(ctx.actor, 'agreements:read')
  const { sql } = ctx
  const rows = await sql<Agreement[]>`
    select ${agreementColumns(ctx)} from agreements a
     where a.company_id = ${ctx.company.companyId}
       ${signed === undefined ? sql`` : sql`and (case when a.signed_at is null then 0 else 1 end) = ${signed ? sql`1` : sql`0`}`}
       ${
         signerEmail === undefined
           ? sql``
           : sql`and a.id in (select s.agreement_id from agreement_signers s
                               where s.company_id = ${ctx.company.companyId} and lower(s.email) = lower(${signerEmail}))`
       }
     order by a.created_at desc, a.id desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
