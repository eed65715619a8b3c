import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseCents } from '../../kernel/money.ts'
import { type Clock, parseDate, systemClock } from '../../kernel/time.ts'
import {
  type FakeInvoice,
  PAYMENT_FIELDS,
  type PaymentBody,
  paymentBody,
  type SalesInvoiceBody,
  salesInvoiceBody,
} from './fake-bodies.ts'

export type FakeOperation = 'administrations' | 'list' | 'get' | 'find' | 'pay'

/**
 * How one coming request goes wrong. `no_answer`, `reset` and `status` come instead of the effect; `answer_lost`,
 * `malformed` and `slow_body` after it, so that a payment is registered but its caller does not hear so.
 */
export type FakeFault = { on?: FakeOperation } & (
  | { kind: 'no_answer' | 'reset' | 'answer_lost' | 'malformed' }
  | { kind: 'slow_body'; delayMs: number }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
)

export interface NewFakeInvoice {
  invoiceNumber: string
  totalCents: number
  currency?: string
  contactName?: string
}

export interface FakeMoneybirdOptions {
  port?: number
  token?: string
  administrationId?: string
  clock?: Clock
  /** Makes up an invoice when one is asked for that is not there. Undefined: it stays a 404. */
  invoiceFor?: (
    invoiceNumber: string,
  ) =>
    | Omit<NewFakeInvoice, 'invoiceNumber'>
    | undefined
    | Promise<Omit<NewFakeInvoice, 'invoiceNumber'> | undefined>
}

export interface FakeRequest {
  /** Undefined for an address that is not in the fake. */
  operation: FakeOperation | undefined
  method: string
  /** As it came over the wire, still encoded. */
  path: string
  body: unknown
}

export interface FakeMoneybird {
  /** `http://127.0.0.1:<port>/api/v2` */
  url: string
  administrationId: string
  token: string
  addInvoice(invoice: NewFakeInvoice): SalesInvoiceBody
  invoices(): SalesInvoiceBody[]
  payments(): PaymentBody[]
  /** Each fault befalls one request: the first coming one that is of its operation, or any. */
  misbehave(plan: FakeFault[]): void
  /** The latest thousand. */
  requests(): FakeRequest[]
  stop(): Promise<void>
}

interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

const MAX_BODY_BYTES = 1024 * 1024
/** The administration's own currency: a payment in another needs `price_base`. */
const BASE_CURRENCY = 'EUR'

/**
 * A Moneybird on the loopback interface, in memory: finds, lists and shows sales invoices and registers payments as
 * API v2 publishes it (`openapi.yml` of github.com/moneybird/openapi). For our tests and for `balie demo`.
 *
 *     curl -H 'Authorization: Bearer <token>' <url>/<administrationId>/sales_invoices.json
 */
export async function startFakeMoneybird(options: FakeMoneybirdOptions = {}): Promise<FakeMoneybird> {
  const { token = 'fake-moneybird-token', administrationId = '123', clock = systemClock } = options
  const invoices: FakeInvoice[] = []
  const requests: FakeRequest[] = []
  const faults: FakeFault[] = []
  let lastId = 481_221_139_862_914_822n
  const nextId = () => String((lastId += 4097n))

  function addInvoice(invoice: NewFakeInvoice): FakeInvoice {
    const {
      invoiceNumber,
      totalCents,
      currency = BASE_CURRENCY,
      contactName = 'Foobar Holding B.V.',
    } = invoice
    const at = clock.now()
    const added: FakeInvoice = {
      id: nextId(),
      administrationId,
      invoiceNumber,
      totalCents,
      currency,
      contactName,
      createdAt: at,
      updatedAt: at,
      paidCents: 0,
      payments: [],
    }
    invoices.push(added)
    return added
  }

  async function find(invoiceNumber: string): Promise<Answer> {
    const known = () => invoices.find((i) => i.invoiceNumber === invoiceNumber)
    const made = known() ? undefined : await options.invoiceFor?.(invoiceNumber)
    const invoice = known() ?? (made && addInvoice({ ...made, invoiceNumber }))
    if (invoice) return { status: 200, body: salesInvoiceBody(invoice) }
    return symbolic(404, `Sales invoice with invoice_id: ${invoiceNumber} was not found`, {
      invoice_id: 'not_found',
    })
  }

  function list(query: URLSearchParams): Answer {
    const states = /(?:^|,)state:([^,]+)/.exec(query.get('filter') ?? '')?.[1]?.split('|') ?? ['all']
    const perPage = Math.min(Math.max(Number(query.get('per_page') ?? 100) || 100, 1), 100)
    const page = Math.max(Number(query.get('page') ?? 1) || 1, 1)
    const matching = invoices
      .map(salesInvoiceBody)
      .filter((i) => states.includes('all') || states.includes(i.state))
      .reverse()
    const body = matching.slice((page - 1) * perPage, page * perPage)
    return { status: 200, body, headers: { 'x-total-count': String(matching.length) } }
  }

  function pay(invoice: FakeInvoice, body: unknown): Answer {
    const given = (body as { payment?: Record<string, unknown> } | undefined)?.payment ?? {}
    const missing = ['payment_date', 'price'].filter((name) => given[name] === undefined)
    if (missing.length > 0)
      return symbolic(400, missing.map((name) => `payment[${name}] is missing`).join(', '))
    const unknown = Object.keys(given).filter((name) => !PAYMENT_FIELDS.includes(name))
    if (unknown.length > 0) return symbolic(400, `payment[${unknown[0]}] is unknown`)
    const cents = parseCents(String(given.price).replace(',', '.'))
    if (cents === undefined) return symbolic(400, 'payment[price] is invalid')
    const date = parseDate(String(given.payment_date).slice(0, 10))
    if (!date) return invalid('payment_date', 'is invalid')
    const foreign = invoice.currency !== BASE_CURRENCY
    if (foreign && given.price_base === undefined) return invalid('price_base', "can't be blank")
    const at = clock.now()
    const payment = paymentBody(invoice, nextId(), { ...given, payment_date: date }, cents, at)
    invoice.payments.push(payment)
    invoice.paidCents += cents
    invoice.updatedAt = at
    return { status: 201, body: payment }
  }

  async function answer(request: IncomingMessage, route: Route, body: unknown): Promise<Answer> {
    // shapes from the schema; it gives no words for these two
    if (request.headers.authorization !== `Bearer ${token}`)
      return symbolic(401, 'The access token is invalid')
    if (route.operation === 'administrations')
      return {
        status: 200,
        body: [{ id: administrationId, name: 'Parkietje B.V.', currency: BASE_CURRENCY }],
      }
    if (route.administrationId !== administrationId) return missingRecord('administration')
    if (route.operation === 'list') return list(route.query)
    if (route.operation === 'find') return find(route.key)
    const invoice = invoices.find((i) => i.id === route.key)
    if (!route.operation || !invoice) return missingRecord('sales_invoice')
    if (route.operation === 'get') return { status: 200, body: salesInvoiceBody(invoice) }
    return body === undefined ? symbolic(400, 'Problem parsing JSON') : pay(invoice, body)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request
    const route = routeOf(method, path)
    const body = await readJson(request)
    requests.push({ operation: route.operation, method, path, body })
    if (requests.length > 1000) requests.shift()
    const at = faults.findIndex((fault) => !fault.on || fault.on === route.operation)
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]
    if (fault?.kind === 'no_answer') return
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy()
    const {
      status,
      headers,
      body: shown,
    } = fault?.kind === 'status' ? fault : await answer(request, route, body)
    if (fault?.kind === 'answer_lost') return void request.socket.destroy()
    const text = fault?.kind === 'malformed' ? '<html>Momentje…' : JSON.stringify(shown ?? null)
    const bytes = Buffer.from(text)
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': bytes.length,
      ...headers,
    })
    if (fault?.kind === 'slow_body') {
      response.write(bytes.subarray(0, 10))
      await pause(fault.delayMs, undefined, { ref: false })
      response.end(bytes.subarray(10))
    } else response.end(bytes)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
    administrationId,
    token,
    addInvoice: (invoice) => salesInvoiceBody(addInvoice(invoice)),
    invoices: () => invoices.map(salesInvoiceBody),
    payments: () => invoices.flatMap((invoice) => invoice.payments),
    misbehave: (plan) => void faults.push(...plan),
    requests: () => [...requests],
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Route {
  operation: FakeOperation | undefined
  administrationId: string
  /** The invoice's id or, for `find`, its number. */
  key: string
  query: URLSearchParams
}

function routeOf(method: string, url: string): Route {
  const [path = '', search = ''] = url.split('?')
  if (method === 'GET' && path === '/api/v2/administrations.json')
    return { operation: 'administrations', administrationId: '', key: '', query: new URLSearchParams(search) }
  const match = /^\/api\/v2\/([^/]+)\/sales_invoices(?:\/(.*?))?(?:\.json)?$/.exec(path)
  const [first = '', second, ...rest] = match?.[2]?.split('/') ?? []
  const here = { administrationId: match?.[1] ?? '', key: first, query: new URLSearchParams(search) }
  if (!match || rest.length > 0) return { ...here, operation: undefined }
  if (method === 'GET') {
    if (!first) return { ...here, operation: 'list' }
    if (first === 'find_by_invoice_id' && second)
      return { ...here, operation: 'find', key: decodeURIComponent(second) }
    if (second === undefined) return { ...here, operation: 'get' }
  }
  return { ...here, operation: method === 'POST' && second === 'payments' ? 'pay' : undefined }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) throw new Error('body too large')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

const symbolic = (status: number, error: string, detail?: Record<string, string>): Answer => ({
  status,
  body: { error, ...(detail && { symbolic: detail }) },
})

const missingRecord = (model: string) => symbolic(404, `Record not found for model name: ${model}`)

const invalid = (name: string, rule: string): Answer => ({
  status: 422,
  body: {
    error: { [name]: [rule] },
    details: { [name]: [{ error: rule === "can't be blank" ? 'blank' : 'invalid' }] },
  },
})
