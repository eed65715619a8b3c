import type { Static } from 'typebox'
import type { BulkAction } from '../../../domain/invoice-bulks/bulk.ts'
import type { Selection } from '../../../domain/invoice-bulks/start-bulk.ts'
import { invalid } from '../../../kernel/errors.ts'
import { decodeId } from '../ids.ts'
import { choiceOf } from '../invoices/choice.ts'
import { parseMoment } from '../invoices/parse.ts'
import type { newBulk } from './schema.ts'

type Body = Static<typeof newBulk>

/** What an action cannot be without. Throws `invalid`. */
function needed<Field extends keyof Body>(body: Body, field: Field): NonNullable<Body[Field]> {
  const value = body[field]
  if (value === undefined || value === null) throw invalid(field, 'must be given')
  return value
}

/** Throws `invalid`. */
export function actionOf(body: Body, timeZone: string): BulkAction {
  switch (body.action) {
    case 'pause':
      return { action: 'pause', params: { reason: needed(body, 'reason') } }
    case 'resume':
      return { action: 'resume', params: {} }
    case 'pay':
      return {
        action: 'pay',
        params: {
          method: needed(body, 'method'),
          paidAt: parseMoment(needed(body, 'paidAt'), 'paidAt', timeZone).toISOString(),
          note: body.note ?? null,
        },
      }
    case 'retract':
      return {
        action: 'retract',
        params: {
          creditNotePrefix: needed(body, 'creditNotePrefix'),
          description: needed(body, 'description'),
          reason: body.reason ?? null,
          showReasonToCustomer: body.showReasonToCustomer ?? false,
        },
      }
    case 'message':
      return { action: 'message', params: { html: needed(body, 'message') } }
  }
}

/** Throws `invalid`. */
export function selectionOf(body: Body): Selection {
  if (body.invoiceIds === undefined)
    return {
      choice: choiceOf(needed(body, 'filter')),
      expected: needed(body, 'expected'),
    }
  if (body.filter !== undefined) throw invalid('filter', 'must be left out where invoiceIds are given')
  const ids = body.invoiceIds.map((id) => decodeId('invoice', id))
  if (ids.includes(undefined)) throw invalid('invoiceIds', 'must be IDs of invoices that are there')
  return { ids: ids as string[] }
}
