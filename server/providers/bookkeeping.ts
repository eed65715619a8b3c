import type { OpenBookkeeping } from '../domain/bookkeeping/register-payment.ts'
import { moneybird } from './moneybird/moneybird.ts'

/** The providers there are, by the name that a connection bears. */
export const openBookkeeping: OpenBookkeeping = (provider, baseUrl, secrets) => {
  if (provider !== 'moneybird') throw new Error(`there is no bookkeeping provider ${provider}`)
  return moneybird({ baseUrl, ...secrets })
}
