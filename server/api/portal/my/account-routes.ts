import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { askForOwnEmail, confirmOwnEmail } from '../../../domain/customer-portal/change-own-email.ts'
import { askForOwnPhone, confirmOwnPhone } from '../../../domain/customer-portal/change-own-phone.ts'
import { correctOwnCustomer } from '../../../domain/customer-portal/correct-own-customer.ts'
import { getOwnOverview } from '../../../domain/customer-portal/get-own-overview.ts'
import { listOwnCustomers } from '../../../domain/customer-portal/list-own-customers.ts'
import { findOwnPending } from '../../../domain/customer-portal/own-code.ts'
import { countOtherSessions, endOtherSessions } from '../../../domain/customer-portal/other-sessions.ts'
import { ownAddress } from '../../../domain/customer-portal/own.ts'
import { takesTexts } from '../../../domain/sms/connect-sms.ts'
import { invalid } from '../../../kernel/errors.ts'
import { formatCents } from '../../../kernel/money.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { emailCode, my, myCustomer, newEmail, newPhone, phoneCode, postalAddress } from './account-schema.ts'
import { presentMyCompany, presentMyCustomer } from './present.ts'

/** Who has signed in, and how they are reached. */
export const myAccountRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [myCustomer, my]) app.addSchema(schema)
  const of = { tag: 'My portal', customer: true } as const

  app.get(
    '/my',
    operation({
      ...of,
      id: 'get-my',
      summary: 'See who has signed in',
      description: 'The address, the customers that it stands for, and how much there is of theirs.',
      permission: 'customers:read',
      response: ref(my),
    }),
    async ({ ctx }) => {
      const [customers, counts, pending, texts, otherSessions] = await Promise.all([
        listOwnCustomers(ctx),
        getOwnOverview(ctx),
        findOwnPending(ctx),
        takesTexts(ctx),
        countOtherSessions(ctx),
      ])
      const { openCents, ...overview } = counts
      return {
        email: ownAddress(ctx),
        pendingEmail: pending.find(({ email }) => email !== null)?.email ?? null,
        takesTexts: texts,
        otherSessions,
        company: presentMyCompany(ctx.company),
        customers: customers.map((customer) => presentMyCustomer(customer, pending)),
        overview: { ...overview, outstanding: formatCents(openCents) },
      }
    },
  )

  app.delete(
    '/my/sessions',
    operation({
      ...of,
      id: 'end-my-other-sessions',
      summary: 'Sign out everywhere else',
      description: 'Ends every session of the address but this one.',
      permission: 'customers:write',
    }),
    async ({ ctx }, reply) => {
      await endOtherSessions(ctx)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.patch(
    '/my/customers/:customerId',
    operation({
      ...of,
      id: 'correct-my-customer',
      summary: 'Correct a postal address',
      description: 'Of one of one’s own customers. It counts at once; what is left out stays.',
      permission: 'customers:write',
      params: { customerId: 'The ID of the customer, starting with `cst_`.' },
      body: postalAddress,
      response: ref(myCustomer),
      errors: { 404: 'There is no such customer of one’s own.' },
    }),
    async ({ ctx, params, body }) => {
      const id = pathId('customer', params.customerId, 'customer')
      const { address, zipCode, city, countryCode } = body
      const change = {
        ...(address === undefined ? {} : { address: filled('address', address) }),
        ...(zipCode === undefined ? {} : { zipCode: zipCode.trim() }),
        ...(city === undefined ? {} : { city: filled('city', city) }),
        ...(countryCode === undefined ? {} : { countryCode: countryCode.toUpperCase() }),
      }
      return presentMyCustomer(await correctOwnCustomer(ctx, id, change), await findOwnPending(ctx))
    },
  )

  app.post(
    '/my/email',
    operation({
      ...of,
      id: 'ask-for-my-email',
      summary: 'Ask for another e-mail address',
      description: 'Mails a code there; the address counts when it is entered. Once a minute.',
      permission: 'customers:write',
      body: newEmail,
      errors: { 422: 'It is no e-mail address, or one’s own already.' },
    }),
    async ({ ctx, body }, reply) => {
      await askForOwnEmail(ctx, body.email, body.locale ?? ctx.company.locale)
      reply.code(204 as 200)
    },
  )

  app.post(
    '/my/email/confirm',
    operation({
      ...of,
      id: 'confirm-my-email',
      summary: 'Confirm another e-mail address',
      description:
        'By the code that was mailed there, within the hour: it is that of all one’s customers then. Other sessions of the old address end, and it is told.',
      permission: 'customers:write',
      body: emailCode,
      errors: { 422: 'The code is wrong, or no longer valid.' },
    }),
    async ({ ctx, body }, reply) => {
      const locale = body.locale ?? ctx.company.locale
      await confirmOwnEmail(ctx, deps.sql, body.code, locale)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  const whose = { customerId: 'The ID of the customer, starting with `cst_`.' }

  app.post(
    '/my/customers/:customerId/phone',
    operation({
      ...of,
      id: 'ask-for-my-phone',
      summary: 'Ask for another telephone number',
      description:
        'Of one of one’s own customers. Texts a code there; the number counts when it is entered. Once a minute.',
      permission: 'customers:write',
      params: whose,
      body: newPhone,
      errors: {
        404: 'There is no such customer of one’s own.',
        409: 'The company sends no text messages.',
        422: 'It is no telephone number, or the customer’s already.',
      },
    }),
    async ({ ctx, params, body }, reply) => {
      const id = pathId('customer', params.customerId, 'customer')
      await askForOwnPhone(ctx, id, body.phone, body.locale ?? ctx.company.locale)
      reply.code(204 as 200)
    },
  )

  app.post(
    '/my/customers/:customerId/phone/confirm',
    operation({
      ...of,
      id: 'confirm-my-phone',
      summary: 'Confirm another telephone number',
      description: 'By the code that was texted there, within the hour.',
      permission: 'customers:write',
      params: whose,
      body: phoneCode,
      errors: {
        404: 'There is no such customer of one’s own.',
        422: 'The code is wrong, or no longer valid.',
      },
    }),
    async ({ ctx, params, body }, reply) => {
      const id = pathId('customer', params.customerId, 'customer')
      await confirmOwnPhone(ctx, deps.sql, id, body.code)
      reply.code(204 as 200)
    },
  )
}

function filled(field: string, value: string): string {
  const trimmed = value.trim()
  if (trimmed === '') throw invalid(field, 'must not be empty')
  return trimmed
}
