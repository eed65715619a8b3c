import { BookkeepingError } from '../../../domain/bookkeeping/bookkeeping.ts'
import { PaymentProviderError } from '../../../domain/payments/provider.ts'
import { SmsError } from '../../../domain/sms/provider.ts'
import { BalieError } from '../../../kernel/errors.ts'

/** What the other side said no with, in the one sentence that its connector made of it. */
const refusalOf = (error: unknown) =>
  error instanceof PaymentProviderError || error instanceof BookkeepingError || error instanceof SmsError
    ? error
    : undefined

/**
 * Asks the other side before anything is stored. Throws `invalid` about the field where it says no, `unavailable` where
 * it says nothing.
 */
export async function mustAccept(field: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    if (refusal.kind === 'unavailable' || refusal.kind === 'rate_limited')
      throw new BalieError('unavailable', '', `${refusal.message} Nothing was changed.`)
    throw new BalieError('invalid', field, refusal.message)
  }
}

/** Asks the other side and tells what it said, whatever that is. `says` makes the sentence where it works. */
export async function tell<T extends object>(ask: () => Promise<T | undefined>, says: (answer: T) => string) {
  try {
    const answer = await ask()
    if (answer === undefined) return { outcome: 'not_connected' as const, message: 'Nothing is connected.' }
    return { outcome: 'works' as const, message: says(answer), ...answer }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return { outcome: refusal.kind, message: refusal.message }
  }
}
