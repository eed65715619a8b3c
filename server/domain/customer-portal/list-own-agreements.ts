import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { signingPath } from '../agreements/link.ts'
import { ownAddress } from './own.ts'

/** An agreement, for one of its signers. */
export interface OwnAgreement {
  /** Of the signer: who was invited twice has two. */
  id: string
  agreementId: string
  name: string
  signerName: string
  /** When they signed; null: it waits for them. */
  signedAt: Instant | null
  /** When the last of all signed. */
  sealedAt: Instant | null
  createdAt: Instant
  /** Of the page to read and sign it at, below the public URL. */
  path: string
}

/** The agreements that the address of who asks was invited to sign, newest first. Throws `forbidden`. */
export async function listOwnAgreements(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<OwnAgreement>>> {
  allow(ctx.actor, 'agreements:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Omit<OwnAgreement, 'path'> & { token: string }>[]>`
    select s.id, a.id as "agreementId", a.name, concat_ws(' ', nullif(s.first_name, ''), s.last_name) as "signerName",
           s.signed_at as "signedAt", a.signed_at as "sealedAt", a.created_at as "createdAt", s.link_token as token,
           a.created_at as key
      from agreement_signers s join agreements a on a.company_id = s.company_id and a.id = s.agreement_id
     where s.company_id = ${ctx.company.companyId} and lower(s.email) = ${ownAddress(ctx)}
       ${after ? sql`and (a.created_at, s.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by a.created_at desc, s.id desc limit ${limit + 1}`
  const shown = rows.map(({ token, ...row }) => ({ ...row, path: signingPath(row.agreementId, token) }))
  return toPage(shown, limit)
}
