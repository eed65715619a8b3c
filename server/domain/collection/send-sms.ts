import type { Db } from '../../kernel/context.ts'
import type { Locale } from '../../kernel/context.ts'
import type { Vault } from '../../kernel/vault.ts'
import { openSmsConnection } from '../sms/connect-sms.ts'
import { toE164 } from '../sms/phone-number.ts'
import { SmsError, type SmsProviders } from '../sms/provider.ts'
import { segmentsOf } from '../sms/segments.ts'
import type { CollectionMessage } from './message.ts'
import { nextOpening } from './schedule.ts'
import { addSendSmsJob, type SendSmsJob } from './send-sms-job.ts'
import type { CollectionSettings } from './settings.ts'

/** The outcome of one attempt. `later`: another one is planned; `gone`: there is nothing to do (any more). */
export type SmsAttempt = 'sent' | 'failed' | 'later' | 'gone'

/** Longer than an attempt may take: then whoever made it is dead. */
const LEASE_SECONDS = 120
/** Between the attempts: most of a day in all, within the sending window. */
export const SMS_GAPS_SECONDS = [30, 120, 600, 1800, 3600, 7200, 14_400, 28_800]

export interface SmsDeps {
  sql: Db
  vault: Vault
  now: Date
  providers: SmsProviders
  publicUrl: () => string
  /** The text of a message, in few enough parts. */
  render(message: { says: CollectionMessage; locale: Locale; company: string }, publicUrl: string): string
}

interface DueSms {
  to: string
  attempts: number
  country: string
  locale: Locale
  says: CollectionMessage
  company: string
  companyCountry: string
  timeZone: string
  window: CollectionSettings['window']
  queuedAt: string
}

/**
 * One attempt at a text message, leased first, so that two workers that hold it do not both send it. An answer that was
 * lost leaves it open whether the message went out: before the next attempt it is looked for at the provider.
 */
export async function sendSms(deps: SmsDeps, job: SendSmsJob): Promise<SmsAttempt> {
  const { sql, now } = deps
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1000)
  const [sms] = await sql<DueSms[]>`
    update collection_messages m set attempts = m.attempts + 1, leased_until = ${lease}
      from companies c, invoices i, batch_settings s
     where m.company_id = ${job.companyId} and m.id = ${job.messageId} and m.state = 'sending' and m.channel = 'SMS'
       and (m.leased_until is null or m.leased_until <= ${now})
       and c.company_id = m.company_id and i.company_id = m.company_id and i.id = m.invoice_id
       and s.company_id = m.company_id and s.id = m.batch_id
    returning m.to_address as "to", m.attempts, i.recipient->'phone'->>'countryCode' as country, m.locale,
              m.params as says, c.name as company, c.country_code as "companyCountry", c.time_zone as "timeZone",
              s.settings->'window' as window, m.queued_at as "queuedAt"`
  if (!sms) return later(deps, job)
  const { window, timeZone } = sms
  try {
    const sent = await attempt(deps, job, sms)
    await sql`
      update collection_messages
         set state = 'sent', sent_at = ${now}, error = null, leased_until = null, provider_id = ${sent.providerId},
             segments = ${sent.segments}, to_address = ${sent.to}
       where company_id = ${job.companyId} and id = ${job.messageId} and state = 'sending'`
    return 'sent'
  } catch (error) {
    if (!(error instanceof SmsError)) throw error
    const gap = error.kind === 'refused' ? undefined : SMS_GAPS_SECONDS[sms.attempts - 1]
    const wait = Math.max(gap ?? 0, error.retryAfterSeconds ?? 0)
    const at = nextOpening(new Date(now.getTime() + wait * 1000), timeZone, window)
    await sql`
      with attempt as (
        update collection_messages set state = ${gap === undefined ? 'failed' : 'sending'}, error = ${error.message},
                                       leased_until = null
         where company_id = ${job.companyId} and id = ${job.messageId} and state = 'sending'
        returning company_id, id, state
      )
      select ${addSendSmsJob(sql, at)} as job from attempt where state = 'sending'`
    return gap === undefined ? 'failed' : 'later'
  }
}

async function attempt(
  { sql, vault, providers, publicUrl, render }: SmsDeps,
  { companyId, messageId }: SendSmsJob,
  sms: DueSms,
): Promise<{ providerId: string; segments: number; to: string }> {
  const to = toE164(sms.to, sms.country || sms.companyCountry)
  if (to === undefined) throw new SmsError('refused', 'The telephone number is none that can be texted.')
  const connection = await openSmsConnection(sql, vault, companyId)
  if (!connection) throw new SmsError('unauthorized', 'No provider of text messages is connected.')
  const body = render({ says: sms.says, locale: sms.locale, company: sms.company }, publicUrl())
  const { segments, unicode } = segmentsOf(body)
  const provider = providers(connection)
  const reference = messageId
  // Of the first attempt nothing can be there yet.
  const known = sms.attempts > 1 ? await provider.find(to, reference, new Date(sms.queuedAt)) : undefined
  const reportUrl = `${publicUrl()}/webhooks/messagebird/${connection.reportToken}`
  const providerId = known ?? (await provider.send({ to, body, unicode, reference, reportUrl }))
  return { providerId, segments, to }
}

/** Somebody else is at it, or died at it: it is looked at again when the lease is over. */
async function later({ sql }: SmsDeps, { companyId, messageId }: SendSmsJob): Promise<SmsAttempt> {
  const waiting = await sql`
    select ${addSendSmsJob(sql, sql`greatest(leased_until, clock_timestamp() + interval '1 second')`)} as job
      from collection_messages
     where company_id = ${companyId} and id = ${messageId} and state = 'sending' and leased_until is not null`
  return waiting.length > 0 ? 'later' : 'gone'
}
