import type { SmsProviders } from '../domain/sms/provider.ts'
import { messagebird } from './messagebird/messagebird.ts'

/** The provider that a connection names. */
export const smsProviders: SmsProviders = (connection) => messagebird(connection)
