import type { Db, Locale } from '../../kernel/context.ts'
import type { Vault } from '../../kernel/vault.ts'
import { openSmsConnection } from './connect-sms.ts'
import { SmsError, type SmsProviders } from './provider.ts'
import { segmentsOf } from './segments.ts'

export interface TextCodeDeps {
  sql: Db
  vault: Vault
  now: Date
  providers: SmsProviders
  publicUrl: () => string
  render(code: { digits: string; locale: Locale; company: string }): string
}

export interface DueCode {
  companyId: number
  /** Of the row; the provider knows the text by it. */
  id: string
  digits: string
  to: string
  sentAt: string
  locale: Locale
  company: string
}

/**
 * One attempt to text a code. What may have gone out by an attempt before is looked for first. Throws `SmsError` where
 * another attempt may help; a number that is refused is answered.
 */
export async function textCode(
  { sql, vault, providers, publicUrl, render }: TextCodeDeps,
  { companyId, id, digits, to, sentAt, locale, company }: DueCode,
  attempt: number,
): Promise<'sent' | 'refused'> {
  const connection = await openSmsConnection(sql, vault, companyId)
  if (!connection) throw new SmsError('unauthorized', 'No provider of text messages is connected.')
  const body = render({ digits, locale, company })
  const provider = providers(connection)
  const reportUrl = `${publicUrl()}/webhooks/messagebird/${connection.reportToken}`
  const { unicode } = segmentsOf(body)
  try {
    const known = attempt > 1 ? await provider.find(to, id, new Date(sentAt)) : undefined
    if (known === undefined) await provider.send({ to, body, unicode, reference: id, reportUrl })
    return 'sent'
  } catch (error) {
    if (error instanceof SmsError && error.kind === 'refused') return 'refused'
    throw error
  }
}
