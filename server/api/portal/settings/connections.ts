import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { checkBookkeeping } from '../../../domain/bookkeeping/check-bookkeeping.ts'
import { connectBookkeeping } from '../../../domain/bookkeeping/connect-bookkeeping.ts'
import { disconnectBookkeeping } from '../../../domain/bookkeeping/disconnect-bookkeeping.ts'
import { findBookkeeping } from '../../../domain/bookkeeping/find-bookkeeping.ts'
import { listBookkeepingUpdates } from '../../../domain/bookkeeping/list-updates.ts'
import { retryUpdates } from '../../../domain/bookkeeping/retry-updates.ts'
import { getTestMail, sendTestMail } from '../../../domain/mails/send-test-mail.ts'
import { checkPayments } from '../../../domain/payments/check-payments.ts'
import {
  connectPayments,
  disconnectPayments,
  findPaymentConnection,
} from '../../../domain/payments/connect-payments.ts'
import { setPayoutToken, testPayoutToken } from '../../../domain/payments/set-payout-token.ts'
import { askPayouts } from '../../../domain/payouts/ask-payouts.ts'
import { checkSms } from '../../../domain/sms/check-sms.ts'
import {
  assertConnectable,
  connectSms,
  disconnectSms,
  findSmsConnection,
} from '../../../domain/sms/connect-sms.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { mustAccept, tell } from './ask.ts'
import {
  bookkeepingConnection,
  bookkeepingUpdates,
  connections,
  paymentsConnection,
  payoutToken,
  retried,
  smsConnection,
  tested,
  testMail,
} from './connection-schema.ts'
import { presentConnections, presentTestMail, presentUpdate } from './present-connections.ts'

const errors = {
  422: 'The other side does not accept it, or a field is malformed.',
  503: 'The other side does not answer; nothing was changed.',
}

/** What the company connects itself. A key is asked of its service before it is stored, and never shown again. */
export const connectionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { vault, payments, connectors } = deps
  for (const schema of [connections, tested, testMail]) app.addSchema(schema)

  /** A test: its answer says what happened, also where that is a refusal of the other side. */
  const test = (id: string, summary: string) =>
    operation({
      id,
      tag: 'Settings',
      summary,
      description: 'Asks the other side now and says what it answered.',
      permission: 'settings:write',
      response: ref(tested),
    })
  const disconnect = (id: string, summary: string, description: string) =>
    operation({ id, tag: 'Settings', summary, description, permission: 'settings:write' })

  app.get(
    '/settings/connections',
    operation({
      id: 'get-connections',
      tag: 'Settings',
      summary: 'What the company is connected to',
      description: 'Mail, payments, bookkeeping, text messages; without any secret.',
      permission: 'settings:read',
      response: ref(connections),
    }),
    async ({ ctx }) =>
      presentConnections(ctx.company, {
        mail: deps.mailSetting,
        payments: await findPaymentConnection(ctx),
        sandbox: payments.sandbox !== undefined,
        bookkeeping: await findBookkeeping(ctx, vault),
        sms: await findSmsConnection(ctx),
      }),
  )

  app.put(
    '/settings/connections/payments',
    operation({
      id: 'connect-payments',
      tag: 'Settings',
      summary: 'Connect Mollie',
      description: 'The key is tried first. Payments go to the company’s own account with Mollie.',
      permission: 'settings:write',
      body: paymentsConnection,
      errors,
    }),
    async ({ ctx, body }, reply) => {
      const baseUrl = connectors.addresses.mollie
      const secrets = { apiKey: body.apiKey.trim() }
      await mustAccept('apiKey', async () => payments.open('mollie', baseUrl, secrets).check())
      await connectPayments(ctx, payments, { provider: 'mollie', baseUrl, secrets })
      reply.code(204 as 200)
    },
  )
  app.put(
    '/settings/connections/payments/payout-token',
    operation({
      id: 'set-payout-token',
      tag: 'Settings',
      summary: 'Let Mollie tell payouts',
      description:
        'An API key reads no settlements; an organization access token with `settlements.read` does. It is tried first, and payouts are looked for at once.',
      permission: 'settings:write',
      body: payoutToken,
      errors,
    }),
    async ({ ctx, body }, reply) => {
      const token = body.token.trim()
      await mustAccept('token', () => testPayoutToken(ctx, payments, token))
      await setPayoutToken(ctx, payments, token)
      await askPayouts(ctx)
      reply.code(204 as 200)
    },
  )
  app.delete(
    '/settings/connections/payments/payout-token',
    disconnect(
      'remove-payout-token',
      'Forget the token that reads payouts',
      'Payouts that are known stay; none is learned from then on.',
    ),
    async ({ ctx }, reply) => {
      await setPayoutToken(ctx, payments, undefined)
      reply.code(204 as 200)
    },
  )
  app.delete(
    '/settings/connections/payments',
    disconnect(
      'disconnect-payments',
      'Disconnect the payment provider',
      'No payments are taken online from then on; those made already are still followed.',
    ),
    async ({ ctx }, reply) => {
      await disconnectPayments(ctx)
      reply.code(204 as 200)
    },
  )
  app.post(
    '/settings/connections/payments/test',
    test('test-payments', 'Test the payment provider'),
    async ({ ctx }) =>
      tell(
        () => checkPayments(ctx, payments),
        ({ live, methods }) =>
          `The key works, ${live ? 'for real money' : 'for test payments'}. Payers can choose from: ${methods.join(', ') || 'nothing yet'}.`,
      ),
  )

  app.put(
    '/settings/connections/bookkeeping',
    operation({
      id: 'connect-bookkeeping',
      tag: 'Settings',
      summary: 'Connect Moneybird',
      description:
        'The token is tried first. Payments are registered there from then on; what could not be before is tried again.',
      permission: 'settings:write',
      body: bookkeepingConnection,
      errors,
    }),
    async ({ ctx, body }, reply) => {
      const baseUrl = connectors.addresses.moneybird
      const secrets = { administrationId: body.administrationId.trim(), token: body.token.trim() }
      await mustAccept('token', async () => connectors.bookkeeping('moneybird', baseUrl, secrets).check())
      await connectBookkeeping(ctx, vault, { provider: 'moneybird', baseUrl, secrets })
      reply.code(204 as 200)
    },
  )
  app.delete(
    '/settings/connections/bookkeeping',
    disconnect(
      'disconnect-bookkeeping',
      'Disconnect the bookkeeping',
      'No payments are registered there from then on; what was on its way waits.',
    ),
    async ({ ctx }, reply) => {
      await disconnectBookkeeping(ctx)
      reply.code(204 as 200)
    },
  )
  app.post(
    '/settings/connections/bookkeeping/test',
    test('test-bookkeeping', 'Test the bookkeeping'),
    async ({ ctx }) =>
      tell(
        () => checkBookkeeping(ctx, { vault, open: connectors.bookkeeping }),
        ({ administration }) => `The token works, for the administration ${administration}.`,
      ),
  )
  app.get(
    '/settings/connections/bookkeeping/updates',
    operation({
      id: 'list-bookkeeping-updates',
      tag: 'Settings',
      summary: 'Payments on their way to the bookkeeping',
      description: 'The latest fifty: how far each got, and what went wrong.',
      permission: 'settings:read',
      response: bookkeepingUpdates,
    }),
    async ({ ctx }) => ({
      data: (await listBookkeepingUpdates(ctx, 50)).map((update) => presentUpdate(update, ctx.company)),
    }),
  )
  app.post(
    '/settings/connections/bookkeeping/retry',
    operation({
      id: 'retry-bookkeeping',
      tag: 'Settings',
      summary: 'Try the rest again',
      description: 'All payments that the bookkeeping does not have yet, at once.',
      permission: 'settings:write',
      response: retried,
    }),
    async ({ ctx }) => ({ payments: await retryUpdates(ctx) }),
  )

  app.put(
    '/settings/connections/sms',
    operation({
      id: 'connect-sms',
      tag: 'Settings',
      summary: 'Connect MessageBird',
      description: 'The access key is tried first.',
      permission: 'settings:write',
      body: smsConnection,
      errors,
    }),
    async ({ ctx, body }, reply) => {
      const connection = {
        provider: 'messagebird' as const,
        baseUrl: connectors.addresses.messagebird,
        originator: body.originator.trim(),
        accessKey: body.accessKey.trim(),
      }
      assertConnectable(connection)
      await mustAccept('accessKey', async () => connectors.sms(connection).check())
      await connectSms(ctx, vault, connection)
      reply.code(204 as 200)
    },
  )
  app.delete(
    '/settings/connections/sms',
    disconnect('disconnect-sms', 'Disconnect text messages', 'None is sent from then on.'),
    async ({ ctx }, reply) => {
      await disconnectSms(ctx)
      reply.code(204 as 200)
    },
  )
  app.post('/settings/connections/sms/test', test('test-sms', 'Test text messages'), async ({ ctx }) =>
    tell(
      () => checkSms(ctx, { vault, providers: connectors.sms }),
      ({ balance }) => `The access key works; ${balance} are left in the account.`,
    ),
  )

  app.post(
    '/settings/connections/mail/test',
    operation({
      id: 'send-test-mail',
      tag: 'Settings',
      summary: 'Send a test mail to oneself',
      description: 'Goes the way of all mail. Read the answer’s id again to see what became of it.',
      permission: 'settings:write',
      response: ref(testMail),
    }),
    async ({ ctx, staff }) =>
      presentTestMail(await getTestMail(ctx, await sendTestMail(ctx, staff)), ctx.company),
  )
  app.get(
    '/settings/connections/mail/test/:mailId',
    operation({
      id: 'get-test-mail',
      tag: 'Settings',
      summary: 'What became of a test mail',
      description: 'Whether the mail server took it, and what it said if not.',
      permission: 'settings:read',
      params: { mailId: 'The ID of the mail, starting with `mai_`.' },
      response: ref(testMail),
      errors: { 404: 'There is no such test mail.' },
    }),
    async ({ ctx, params }) =>
      presentTestMail(await getTestMail(ctx, pathId('mail', params.mailId, 'message')), ctx.company),
  )
}
