import { createHmac } from 'node:crypto'
import type { Db } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { OutboundError, type Outbound } from '../../kernel/outbound.ts'
import type { Vault } from '../../kernel/vault.ts'
import { findSigningKeys } from '../access/signing-keys.ts'
import type { PartnerEndpoint } from './endpoint.ts'

/** A thing of some company. */
export interface OwedThing {
  companyId: number
  id: string
}

/** A result of a payment, as the partner is told of it. */
export interface OwedResult {
  companyId: number
  /** Of the company. */
  companyUuid: string
  id: string
  ownId: string | null
  invoiceId: string
  externalNumber: string
  method: string
  result: string
}

/** The bodies, without the key. Owned by the API whose notifications these are. */
export interface NotificationContract {
  changes(invoices: OwedThing[], imports: OwedThing[]): object
  payment(result: OwedResult): object
}

export interface NotificationDeps {
  sql: Db
  vault: Vault
  outbound: Outbound
  contract: NotificationContract
  now(): Date
}

/** `unreachable`: no answer came, so that more requests would only wait in vain. */
export type Sent = 'confirmed' | 'refused' | 'unreachable'

const TIMEOUT_MS = 10_000

/** An endpoint with what requests to it are signed with. */
export interface Line {
  endpoint: PartnerEndpoint
  key: string
}

/** Undefined when none of the partner's keys can sign; `noteUnsigned` says so in the log. */
export async function openLine(
  { sql, vault }: NotificationDeps,
  endpoint: PartnerEndpoint,
): Promise<Line | undefined> {
  const [key] = await findSigningKeys(sql, vault, endpoint.partnerId)
  return key === undefined ? undefined : { endpoint, key }
}

interface Outcome {
  status: number | null
  error: string | null
}

interface About {
  kind: 'round' | 'realtime' | 'payment'
  invoices: number
  imports: number
}

/** The value of `x-balie-signature`: the HMAC-SHA-256 of the body's bytes, keyed with the key's text, in hex. */
export const signBody = (key: string, body: string): string =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`

/** One request, noted in the log. Only status 200 confirms. Throws when it could not be noted. */
export async function send(
  deps: NotificationDeps,
  { endpoint, key }: Line,
  content: object,
  about: About,
): Promise<Sent> {
  const at = deps.now()
  const body = JSON.stringify(endpoint.withApiKey ? { api_key: key, ...content } : content)
  const began = performance.now()
  const outcome = await post(deps.outbound, endpoint.url, body, signBody(key, body))
  await note(deps.sql, endpoint, {
    ...about,
    ...outcome,
    at,
    durationMs: Math.round(performance.now() - began),
  })
  if (outcome.status === 200) return 'confirmed'
  return outcome.status === null ? 'unreachable' : 'refused'
}

/** A round that nothing could be sent in. */
export const noteUnsigned = (deps: NotificationDeps, endpoint: PartnerEndpoint): Promise<void> =>
  note(deps.sql, endpoint, {
    kind: 'round',
    invoices: 0,
    imports: 0,
    status: null,
    error: 'None of the partner’s keys can sign: make one with balie keys create --partner.',
    at: deps.now(),
    durationMs: 0,
  })

async function note(
  sql: Db,
  { partnerId, url }: PartnerEndpoint,
  request: About & Outcome & { at: Date; durationMs: number },
): Promise<void> {
  await sql`
    insert into partner_requests (id, partner_id, at, duration_ms, kind, url, invoices, imports, status, error)
    values (${newId()}, ${partnerId}, ${request.at}, ${request.durationMs}, ${request.kind}, ${url},
            ${request.invoices}, ${request.imports}, ${request.status}, ${request.error})`
}

async function post(outbound: Outbound, url: string, body: string, signature: string): Promise<Outcome> {
  try {
    const { status } = await outbound.send({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Balie-Notifications/1',
        'x-balie-signature': signature,
      },
      body,
      timeoutMs: TIMEOUT_MS,
      keepBytes: 1024,
    })
    return { status, error: null }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return { status: null, error: error.message }
  }
}

/** Nothing is told at once from now on, until a round succeeds. */
export const markFailing = async (sql: Db, partnerId: string, now: Date): Promise<void> =>
  void (await sql`
    update partner_endpoints set failing_since = ${now} where partner_id = ${partnerId} and failing_since is null`)

export const markWell = async (sql: Db, partnerId: string): Promise<void> =>
  void (await sql`
    update partner_endpoints set failing_since = null where partner_id = ${partnerId} and failing_since is not null`)
