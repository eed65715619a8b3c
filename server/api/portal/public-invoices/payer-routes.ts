import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { confirmContact, correctContact, findPendingContact } from '../../../domain/invoices/contact.ts'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { revokeMandate } from '../../../domain/mandates/revoke-mandate.ts'
import { signMandate } from '../../../domain/mandates/sign-mandate.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { refusal } from '../links.ts'
import { careful, enter } from './enter.ts'
import { presentContact, presentMandate } from './present-plan.ts'
import { contact, contactChange, contactCode, mandate, mandateGiven } from './plan-schema.ts'

const params = Type.Object({
  id: Type.String({ description: 'The ID of the invoice, as either API shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
})
const tags = ['Public invoices']
const missing = refusal('There is no such invoice, or the link is wrong.')

/** What whoever holds an invoice's link says of the payer. */
export const payerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const CAREFUL = careful(deps)
  for (const schema of [mandate, contact]) app.addSchema(schema)

  const shownContact = async (ctx: Ctx, id: string, token: string) =>
    presentContact(await getPublicInvoice(ctx, id, token), await findPendingContact(ctx, id))

  app.post(
    '/public-invoices/:id/:token/mandate',
    {
      config: CAREFUL,
      schema: {
        operationId: 'sign-mandate-of-public-invoice',
        tags,
        summary: 'Allow debits of an account',
        description:
          'A SEPA mandate: the IBAN, whose account it is, and the consent, with where it came from.',
        params,
        body: mandateGiven,
        response: {
          200: ref(mandate),
          404: missing,
          409: refusal('The invoice was retracted.'),
          422: refusal('The IBAN is not one, the name is missing or too long, or consent was not given.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const { body, headers, ip } = request
      const { iban, holderName, kind = 'recurring', consent } = body
      const given = { iban, holderName, kind, consent, ip, userAgent: headers['user-agent'] }
      return presentMandate(await signMandate(ctx, { id, token: request.params.token }, given), ctx.company)
    },
  )

  app.delete(
    '/public-invoices/:id/:token/mandate',
    {
      config: { open: true },
      schema: {
        operationId: 'revoke-mandate-of-public-invoice',
        tags,
        summary: 'Allow debits no more',
        description: 'Every mandate that the payer gave the company here.',
        params,
        response: { 200: Type.Object({ revoked: Type.Boolean() }), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      await revokeMandate(ctx, { id, token: request.params.token })
      return { revoked: true }
    },
  )

  app.patch(
    '/public-invoices/:id/:token/contact',
    {
      config: CAREFUL,
      schema: {
        operationId: 'correct-contact-of-public-invoice',
        tags,
        summary: 'Correct how the payer is reached',
        description:
          'A postal address counts at once. A new e-mail address or telephone number counts when the code is entered that is sent there; until then the old one is used.',
        params,
        body: contactChange,
        response: {
          200: ref(contact),
          404: missing,
          409: refusal('The invoice was retracted, or the company sends no text messages.'),
          422: refusal('A field is malformed.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const { email, phone, phoneCountryCode, countryCode, ...rest } = request.body
      const address = {
        ...rest,
        ...(countryCode === undefined ? {} : { countryCode: countryCode.toUpperCase() }),
      }
      const link = { id, token: request.params.token }
      await correctContact(ctx, link, {
        email,
        phone: phone === undefined ? undefined : { number: phone, countryCode: phoneCountryCode },
        address: Object.keys(address).length > 0 ? trimmed(address) : undefined,
      })
      return shownContact(ctx, id, link.token)
    },
  )

  app.post(
    '/public-invoices/:id/:token/contact/confirm',
    {
      config: CAREFUL,
      schema: {
        operationId: 'confirm-contact-of-public-invoice',
        tags,
        summary: 'Confirm a new e-mail address or telephone number',
        description: 'By the code that was sent there, within the hour.',
        params,
        body: contactCode,
        response: {
          200: ref(contact),
          404: missing,
          409: refusal('The invoice was retracted.'),
          422: refusal('The code is wrong, or no longer valid.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const link = { id, token: request.params.token }
      await confirmContact(ctx, deps.sql, link, request.body.code)
      return shownContact(ctx, id, link.token)
    },
  )
}

const trimmed = <T extends Record<string, string>>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()])) as T
