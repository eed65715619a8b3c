import type { ChosenState, InvoiceChoice } from '../../../domain/invoices/invoice-choice.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import type { Rule } from '../../../kernel/rules.ts'
import { parseDate } from '../../../kernel/time.ts'
import { decodeId } from '../ids.ts'

/** Which invoices are meant, as requests say it. */
export interface ChoiceQuery {
  state?: ChosenState
  importId?: string
  customerId?: string
  q?: string
  amountFrom?: string
  amountTo?: string
  dueFrom?: string
  dueTo?: string
}

/** What is given, read. Throws `invalid` for the field where it is given and cannot be. */
function read<T>(
  text: string | undefined,
  field: string,
  parse: (text: string) => T | undefined,
  rule: Rule,
) {
  const value = text === undefined ? undefined : parse(text)
  if (text !== undefined && value === undefined) throw invalid(field, rule)
  return value
}

const isId = 'must be an ID'
const isDay = 'must be a day that exists, such as 2026-11-20'
const isAmount = 'must be an amount such as 12.95'

/** Throws `invalid`. */
export function choiceOf(query: ChoiceQuery): InvoiceChoice {
  const found = {
    state: query.state,
    batchId: read(query.importId, 'importId', (id) => decodeId('import', id), isId),
    customerId: read(query.customerId, 'customerId', (id) => decodeId('customer', id), isId),
    words: query.q?.trim() === '' ? undefined : query.q,
    amountFromCents: read(query.amountFrom, 'amountFrom', parseCents, isAmount),
    amountToCents: read(query.amountTo, 'amountTo', parseCents, isAmount),
    dueFrom: read(query.dueFrom, 'dueFrom', parseDate, isDay),
    dueTo: read(query.dueTo, 'dueTo', parseDate, isDay),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
