import type { OpenBookkeeping } from '../domain/bookkeeping/register-payment.ts'
import type { SmsProviders } from '../domain/sms/provider.ts'
import { openBookkeeping } from './bookkeeping.ts'
import { smsProviders } from './sms.ts'

/** Where the services are that companies connect. */
export const addresses = {
  mollie: 'https://api.mollie.com/v2/',
  moneybird: 'https://moneybird.com/api/v2',
  messagebird: 'https://rest.messagebird.com',
}

/** What a company's connections are made with. */
export const connectors: {
  addresses: typeof addresses
  bookkeeping: OpenBookkeeping
  sms: SmsProviders
} = { addresses, bookkeeping: openBookkeeping, sms: smsProviders }
