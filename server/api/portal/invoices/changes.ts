import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeInvoice } from '../../../domain/invoices/change-invoice.ts'
import { creditAndRetract } from '../../../domain/invoices/credit-and-retract.ts'
import { creditInvoice } from '../../../domain/invoices/credit-invoice.ts'
import { recordExternalPayment } from '../../../domain/invoices/record-external-payment.ts'
import { answerInvoiceQuestion } from '../../../domain/tickets/answer-invoice-question.ts'
import { bodyFromHtml } from '../../../domain/tickets/message-body.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { operation } from '../operation.ts'
import { parseMoment, parseRecipient } from './parse.ts'
import { changedRecipient, credit, externalPayment, message, retraction, staffInvoice } from './schema.ts'
import {
  invoiceParams as params,
  invoiceIdOf as idOf,
  noInvoice as missing,
  showInvoice as show,
} from './show.ts'

/** What the staff does to an invoice. Each answers with the invoice as it is then. */
export const invoiceChangeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.post(
    '/invoices/:invoiceId/payments',
    operation({
      id: 'record-external-payment',
      tag: 'Invoices',
      summary: 'Record a payment that was made elsewhere',
      description: 'In part or whole, never more than is outstanding; the connected bookkeeping hears of it.',
      permission: 'invoices:write',
      params,
      body: externalPayment,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'Nothing is outstanding, or less than that.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      const paidAt = parseMoment(body.paidAt, 'paidAt', ctx.company.timeZone)
      await recordExternalPayment(ctx, id, {
        amountCents: body.amount === undefined ? undefined : parseCents(body.amount),
        method: body.method,
        paidAt,
        note: body.note ?? null,
      })
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/credit',
    operation({
      id: 'credit-invoice',
      tag: 'Invoices',
      summary: 'Credit a part',
      description: 'Lowers what is outstanding.',
      permission: 'invoices:write',
      params,
      body: credit,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It is more than is outstanding, or the invoice was retracted.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      const amountCents = parseCents(body.amount)!
      if (amountCents <= 0) throw invalid('amount', 'must be more than nothing')
      const { creditNoteNumber, description } = body
      await creditInvoice(ctx, id, { creditNoteNumber, lines: [{ amountCents: -amountCents, description }] })
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/credit-and-retract',
    operation({
      id: 'credit-and-retract-invoice',
      tag: 'Invoices',
      summary: 'Credit all of it and retract it',
      description: 'Nothing is asked for any more, and no more is sent.',
      permission: 'invoices:write',
      params,
      body: retraction,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It was retracted already, or a payment is under way.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      const { creditNoteNumber, description, reason = null, showReasonToCustomer = false } = body
      await creditAndRetract(ctx, id, { creditNoteNumber, description, reason, showReasonToCustomer })
      return show(ctx, id)
    },
  )

  app.patch(
    '/invoices/:invoiceId/recipient',
    operation({
      id: 'change-recipient',
      tag: 'Invoices',
      summary: 'Correct whom an invoice is made out to',
      description: 'Its lines never change.',
      permission: 'invoices:write',
      params,
      body: changedRecipient,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It was retracted.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      await changeInvoice(ctx, id, (head) => ({
        ...head,
        recipient: parseRecipient(body.recipient, head.recipient),
      }))
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/messages',
    operation({
      id: 'write-about-invoice',
      tag: 'Invoices',
      summary: 'Write to the recipient',
      description: 'Begins the conversation about it, or goes on with it; goes out by mail too.',
      permission: 'tickets:write',
      params,
      body: message,
      response: ref(staffInvoice),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      await answerInvoiceQuestion(ctx, id, bodyFromHtml(body.message))
      return show(ctx, id)
    },
  )
}
