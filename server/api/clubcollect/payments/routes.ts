import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import {
  getPartnerPayment,
  listPartnerPayments,
} from '../../../domain/partner-payments/find-partner-payment.ts'
import { partnerMethods } from '../../../domain/partner-payments/partner-payment.ts'
import { BalieError } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { clamp } from '../../soften.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { companyOf, sentCompany, sentenceOf, signerCtx, signersOf } from './enter.ts'
import { presentPayment } from './present.ts'
import { readQuery } from './query.ts'
import { feedQuery, payment, paymentRefusal, startQuery, statusQuery } from './schema.ts'
import type { Parameters } from './signature.ts'
import { answerStart } from './start.ts'

const PER_PAGE = 25

/** The refusal that status and feed share. */
function refuse(reply: FastifyReply, parameters: Parameters, codes: string[]) {
  reply.header('x-error-message', sentenceOf(codes))
  return reply.code(422).send({
    company_id: sentCompany(parameters),
    error_code: 'invalid_params',
    error_details: codes.join(';'),
  })
}

/** The payments that a partner's page begins: signed, without the header of the other operations. */
export const paymentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [payment, paymentRefusal]) app.addSchema(schema)

  for (const method of partnerMethods)
    app.get(
      `/payments/${method}`,
      {
        ...operation({
          id: `start-${method.replace('_', '-')}-payment`,
          tag: 'Payment',
          summary: `Start a payment by ${method}`,
          description:
            'Sends the payer’s browser to the provider’s page, and afterwards back to redirect_url with company_id, invoice_id, external_invoice_number, payment_id, payment_method, payment_result and a signature over these. What is wrong is told there too, by error_code and error_details; where redirect_url is not of a registered host, by status 422. All parameters that are there are signed, but the signature.',
          signed: true,
          redirects: 'To the provider’s page, or back to redirect_url.',
          querystring: startQuery,
          errors: {
            422: [
              'invalid_company_id',
              'invalid_signature',
              'invalid_partner',
              'invalid_redirect_url',
              'invalid_invoice_id',
              'invalid_last_name',
              'invalid_amount_cents',
              'invalid_payment_id',
              'invalid_external_invoice_number',
              'payment_in_progress',
            ],
          },
        }),
        // Looking is not paying.
        exposeHeadRoute: false,
      },
      (request, reply) => answerStart(deps, request, reply, method) as never,
    )

  app.get(
    '/payments/notifications',
    operation({
      id: 'list-payment-notifications',
      tag: 'Payment',
      summary: 'List payments',
      description:
        'The payments that the partner began at the company, 25 to a page, newest first. The signature is over company_id and, where it is there, page.',
      signed: true,
      querystring: feedQuery,
      response: Type.Array(ref(payment)),
      errors: { 422: ['invalid_company_id', 'invalid_signature', 'invalid_partner', 'invalid_page'] },
    }),
    async (request, reply) => {
      const { parameters, signature, repeated } = readQuery(request.query)
      const company = await companyOf(deps, parameters.get('company_id'))
      if (!company) return refuse(reply, parameters, ['invalid_company_id'])
      if (repeated.includes('page')) return refuse(reply, parameters, ['invalid_page'])
      const page = parameters.get('page') ?? ''
      const signed = new Map([
        ['company_id', parameters.get('company_id')!],
        ['page', page],
      ])
      const { signer, codes } = await signersOf(deps, company, signed, signature)
      if (!signer) return refuse(reply, parameters, codes)
      const ctx = signerCtx(deps, request, company, signer)
      const offset = (clamp(feedQuery.properties.page, page) - 1) * PER_PAGE
      const rows = await listPartnerPayments(ctx, signer.partnerId, { offset, limit: PER_PAGE })
      return rows.map((row) => presentPayment(row, company))
    },
  )

  app.get(
    '/payments/:id',
    operation({
      id: 'show-payment',
      tag: 'Payment',
      summary: 'Show payment',
      description:
        'How a payment stands, by your own name of it or by ours. The signature is over id and company_id.',
      signed: true,
      params: { id: 'The ID of the payment.' },
      querystring: statusQuery,
      response: ref(payment),
      errors: { 422: ['invalid_company_id', 'invalid_signature', 'invalid_partner', 'invalid_payment_id'] },
    }),
    async (request, reply) => {
      const { parameters, signature } = readQuery(request.query)
      const company = await companyOf(deps, parameters.get('company_id'))
      if (!company) return refuse(reply, parameters, ['invalid_company_id'])
      const { id } = request.params
      const signed = new Map([
        ['company_id', parameters.get('company_id')!],
        ['id', id],
      ])
      const { signer, codes } = await signersOf(deps, company, signed, signature)
      if (!signer) return refuse(reply, parameters, codes)
      const ours = decodeId(id)
      const own = ours?.companyId === company.companyId ? ours.id : undefined
      try {
        if (id.includes('\0')) return refuse(reply, parameters, ['invalid_payment_id'])
        const found = await getPartnerPayment(signerCtx(deps, request, company, signer), signer.partnerId, {
          ownId: id,
          id: own,
        })
        return presentPayment(found, company)
      } catch (error) {
        if (!(error instanceof BalieError) || error.code !== 'not_found') throw error
        return refuse(reply, parameters, ['invalid_payment_id'])
      }
    },
  )
}
