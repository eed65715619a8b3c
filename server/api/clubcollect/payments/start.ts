import type { FastifyReply, FastifyRequest } from 'fastify'
import { findPartnersOfHost } from '../../../domain/access/redirect-hosts.ts'
import type { SigningPartner } from '../../../domain/access/signing-keys.ts'
import type { PartnerMethod } from '../../../domain/partner-payments/partner-payment.ts'
import {
  startPartnerPayment,
  type PaymentStart,
  type StartedPayment,
} from '../../../domain/partner-payments/start-partner-payment.ts'
import type { Company } from '../../../kernel/context.ts'
import { BalieError } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { decodeId } from '../ids.ts'
import { companyOf, sentCompany, sentenceOf, signerCtx, signersOf } from './enter.ts'
import { parseMadeInvoice, parsePaymentId } from './parse.ts'
import { presentReturn } from './present.ts'
import { hiddenNames, readQuery } from './query.ts'
import { parseRedirectUrl, withParameters } from './redirect-url.ts'
import type { Parameters } from './signature.ts'

/** Where payers come back to, on the way to the partner's page. */
export const RETURN_PATH = '/payment-return'

/** A refusal, and whom it may be told by a redirect. */
interface Refusal {
  codes: string[]
  /** The company's id, as it was sent. */
  sent: string
  /** The address and the partner that its host is registered for. */
  back?: { url: URL; partner: SigningPartner }
}

/** Starts a payment, or says why not: where the payer may be sent back, there, else with status 422. */
export async function answerStart(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  method: PartnerMethod,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  const answer = await start(deps, request, method)
  if ('payment' in answer) {
    const { payment, checkoutUrl, company, back } = answer
    return reply.redirect(
      checkoutUrl ?? withParameters(back.url, presentReturn(payment, company), back.partner.keys[0]),
      302,
    )
  }
  const { codes, sent, back } = answer
  const refusal = {
    company_id: sent,
    payment_method: method,
    error_code: 'unprocessable_entity',
    error_details: codes.join(';'),
  }
  if (back) return reply.redirect(withParameters(back.url, refusal, back.partner.keys[0]), 302)
  return reply.header('x-error-message', sentenceOf(codes)).code(422).send(refusal)
}

type Answer = Refusal | (StartedPayment & { company: Company; back: NonNullable<Refusal['back']> })

async function start(deps: Deps, request: FastifyRequest, method: PartnerMethod): Promise<Answer> {
  const { parameters, signature, repeated } = readQuery(request.query)
  const sent = sentCompany(parameters)
  const company = await companyOf(deps, parameters.get('company_id'))
  if (!company) return { sent, codes: ['invalid_company_id'] }
  const { partners, signer, codes } = await signersOf(deps, company, parameters, signature)
  const url = parseRedirectUrl(parameters.get('redirect_url'))
  const registered = url ? await findPartnersOfHost(deps.sql, company.companyId, url.hostname) : []
  const trusted = (signer ? [signer] : partners).find(({ partnerId }) => registered.includes(partnerId))
  const back = url && trusted ? { url, partner: trusted } : undefined
  if (!signer) return { sent, codes, ...(back ? { back } : {}) }
  if (!back) return { sent, codes: ['invalid_redirect_url'] }
  const wrong = [
    ...repeated.map((name) => `invalid_${name}`),
    ...hiddenNames(parameters).map((name) => `invalid_${name}`),
  ]
  if (wrong.length > 0) return { sent, codes: [...new Set(wrong)].filter(isCode), back }

  const of = whatToPay(parameters, company)
  if ('codes' in of) return { sent, codes: of.codes, back }
  const ctx = signerCtx(deps, request, company, signer)
  const given = {
    ...of,
    partnerId: signer.partnerId,
    method,
    redirectUrl: back.url.href,
    returnTo: RETURN_PATH,
  }
  try {
    return { ...(await startPartnerPayment(ctx, deps.payments, given)), company, back }
  } catch (error) {
    return { sent, codes: [codeOf(error)], back }
  }
}

/** A repeated name may be anything; only what reads as a code is told. */
const isCode = (code: string): boolean => /^invalid_[a-z0-9_]{1,60}$/.test(code)

/** With an invoice's id all the rest is left out of account. */
function whatToPay(
  parameters: Parameters,
  company: Company,
): Pick<PaymentStart, 'of' | 'ownId' | 'locale'> | { codes: string[] } {
  const ownId = parsePaymentId(parameters)
  const invoiceId = parameters.get('invoice_id') ?? ''
  if (invoiceId !== '') {
    const ref = decodeId(invoiceId)
    if (ref?.companyId !== company.companyId) return { codes: ['invalid_invoice_id'] }
    return { of: { invoiceId: ref.id }, ownId: ownId ?? undefined, locale: undefined }
  }
  const made = parseMadeInvoice(parameters, company)
  const codes = [...('codes' in made ? made.codes : []), ...(ownId === null ? ['invalid_payment_id'] : [])]
  if ('codes' in made || ownId === null) return { codes }
  return { of: { made: made.invoice }, ownId, locale: made.invoice.locale }
}

/** The code of a refusal; what is none is thrown on. */
function codeOf(error: unknown): string {
  if (!(error instanceof BalieError)) throw error
  if (error.code === 'invalid') return `invalid_${error.about}`
  if (error.code === 'conflict') return error.about
  if (error.code === 'unavailable') return 'unavailable'
  throw error
}
