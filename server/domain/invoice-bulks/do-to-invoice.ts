import type { Ctx, Tx } from '../../kernel/context.ts'
import { pauseCollection } from '../collection/pause-collection.ts'
import { resumeCollection } from '../collection/resume-collection.ts'
import { creditAndRetract } from '../invoices/credit-and-retract.ts'
import { findInvoice } from '../invoices/get-invoice.ts'
import { recordExternalPayment } from '../invoices/record-external-payment.ts'
import { answerInvoiceQuestion } from '../tickets/answer-invoice-question.ts'
import { bodyFromHtml } from '../tickets/message-body.ts'
import type { BulkAction } from './bulk.ts'

/** One invoice's part, in the transaction that notes it. Throws what the verbs throw. */
// oxlint-disable-next-line house/ask-permission -- each verb asks for its own
export async function doToInvoice(ctx: Ctx & { sql: Tx }, id: string, todo: BulkAction): Promise<void> {
  switch (todo.action) {
    case 'pause':
      return pauseCollection(ctx, id, todo.params.reason)
    case 'resume':
      return resumeCollection(ctx, id)
    case 'pay': {
      const { method, paidAt, note } = todo.params
      return recordExternalPayment(ctx, id, {
        amountCents: undefined,
        method,
        note,
        paidAt: new Date(paidAt),
      })
    }
    case 'retract': {
      const { creditNotePrefix, ...retraction } = todo.params
      const number = (await findInvoice(ctx, id))?.externalNumber ?? ''
      await creditAndRetract(ctx, id, { ...retraction, creditNoteNumber: creditNotePrefix + number })
      return
    }
    case 'message':
      await answerInvoiceQuestion(ctx, id, bodyFromHtml(todo.params.html))
  }
}
