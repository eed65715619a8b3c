import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { exportAgeing } from '../../../domain/reports/export-ageing.ts'
import { exportConversations } from '../../../domain/reports/export-conversations.ts'
import { exportCustomers } from '../../../domain/reports/export-customers.ts'
import { exportLedger } from '../../../domain/reports/export-ledger.ts'
import { exportPayments } from '../../../domain/reports/export-payments.ts'
import { exportPayouts } from '../../../domain/reports/export-payouts.ts'
import type { Deps } from '../../edge.ts'
import {
  ageingColumns,
  conversationColumns,
  customerColumns,
  ledgerColumns,
  paymentColumns,
  payoutColumns,
} from './columns.ts'
import { daysOf, declared } from './declared.ts'
import { ageingExport, daysExport } from './schema.ts'
import { sendExport } from './send.ts'

/**
 * Tables as files. Registered where no `Idempotency-Key` counts: an answer that streams is not kept for a second time.
 */
export const exportRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.post(
    '/exports/ledger',
    declared(
      'ledger',
      'invoices:read',
      daysExport,
      'Every line of the days: asked, paid, taken back, given up.',
    ),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'ledger',
        columns: ledgerColumns,
        rows: (ctx, consume) =>
          exportLedger(ctx, { format: request.body.format, days: daysOf(request.body) }, consume),
      }),
  )

  app.post(
    '/exports/payments',
    declared('payments', 'invoices:read', daysExport, 'Payments through providers, whatever became of them.'),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'payments',
        columns: paymentColumns,
        rows: (ctx, consume) =>
          exportPayments(ctx, { format: request.body.format, days: daysOf(request.body) }, consume),
      }),
  )

  app.post(
    '/exports/payouts',
    declared(
      'payouts',
      'invoices:read',
      daysExport,
      'Payouts that were begun in the days, with a row for each thing that is in them.',
    ),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'payouts',
        columns: payoutColumns,
        rows: (ctx, consume) =>
          exportPayouts(ctx, { format: request.body.format, days: daysOf(request.body) }, consume),
      }),
  )

  app.post(
    '/exports/customers',
    declared(
      'customers',
      'customers:read',
      daysExport,
      'Those who came in the days, with what they owe now.',
    ),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'customers',
        columns: customerColumns,
        rows: (ctx, consume) =>
          exportCustomers(ctx, { format: request.body.format, days: daysOf(request.body) }, consume),
      }),
  )

  app.post(
    '/exports/conversations',
    declared('conversations', 'tickets:read', daysExport, 'What was said in the days, a message to a row.'),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'conversations',
        columns: conversationColumns,
        rows: (ctx, consume) =>
          exportConversations(ctx, { format: request.body.format, days: daysOf(request.body) }, consume),
      }),
  )

  app.post(
    '/exports/ageing',
    declared('ageing', 'invoices:read', ageingExport, 'At the end of a day, invoice by invoice, by age.'),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'ageing',
        columns: ageingColumns,
        rows: (ctx, consume) =>
          exportAgeing(ctx, { format: request.body.format, asOf: request.body.asOf }, consume),
      }),
  )
}
