import type { FastifyRequest } from 'fastify'
import { findSigningPartners, type SigningPartner } from '../../../domain/access/signing-keys.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import { contextOf, type Deps } from '../../edge.ts'
import { decodeId } from '../ids.ts'
import { fits, type Parameters } from './signature.ts'

/** The company that an id names; undefined when there is none. */
export async function companyOf(deps: Deps, id: string | undefined): Promise<Company | undefined> {
  const ref = decodeId(id)
  const company = ref && (await deps.access.company(ref.companyId))
  return company?.id === ref?.id ? company : undefined
}

/** The company's id as it was sent, which refusals repeat; empty for what has not the form of one. */
export const sentCompany = (parameters: Parameters): string => {
  const id = parameters.get('company_id')
  return id !== undefined && /^[0-9a-f]{40}$/.test(id) ? id : ''
}

/** The partners of a company, and which of them has signed. */
export interface Signers {
  partners: SigningPartner[]
  signer: SigningPartner | undefined
  /** What is wrong; none when somebody has signed. */
  codes: string[]
}

/** Who has signed: a partner of the company, with any of its valid keys. */
export async function signersOf(
  deps: Deps,
  company: Company,
  parameters: Parameters,
  signature: string | undefined,
): Promise<Signers> {
  const partners = await findSigningPartners(deps.sql, deps.vault, company.companyId)
  const signer = partners.find(({ keys }) => fits(parameters, signature, keys))
  if (signer) return { partners, signer, codes: [] }
  const anyKey = partners.some(({ keys }) => keys.length > 0)
  return {
    partners,
    signer,
    codes: anyKey ? ['invalid_signature'] : ['invalid_signature', 'invalid_partner'],
  }
}

/** The context of a partner that has signed. */
export const signerCtx = (
  deps: Deps,
  request: FastifyRequest,
  company: Company,
  { partnerId }: SigningPartner,
): Ctx => contextOf(deps, request, company, { kind: 'partner', id: partnerId, permissions: 'all' })

/** A code as a sentence for the header x-error-message. */
export const sentenceOf = (codes: string[]): string =>
  codes.includes('invalid_partner')
    ? 'No partner of this company has a key that can sign; the operator makes one with balie keys create --partner.'
    : `Refused: ${codes.join(', ')}.`
