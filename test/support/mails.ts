import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailParams, MailTemplate } from '../../server/domain/mails/mail.ts'

/** One of each mail, as something true might fill it. */
export const sampleParams: { [T in MailTemplate]: MailParams[T] } = {
  'invoice-created': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 123_456,
    currency: 'EUR',
    dueOn: '2026-12-05',
    url: '/public-invoice/inv_1/pay/1-secret',
  },
  'plan-confirmed': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 3_434,
    currency: 'EUR',
    url: '/public-invoice/inv_1/pay/1-secret',
    feesCents: 300,
    installments: [
      { dueOn: '2026-12-05', amountCents: 1_145 },
      { dueOn: '2027-01-04', amountCents: 1_144 },
    ],
  },
  'installment-due': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 3_434,
    currency: 'EUR',
    url: '/public-invoice/inv_1/pay/1-secret',
    dueOn: '2026-12-05',
  },
  'installment-announced': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 3_434,
    currency: 'EUR',
    url: '/public-invoice/inv_1/pay/1-secret',
    dueOn: '2026-12-05',
  },
  'installment-failed': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 3_434,
    currency: 'EUR',
    url: '/public-invoice/inv_1/pay/1-secret',
  },
  'plan-failed': {
    name: 'John Doe',
    number: '2026-001',
    amountCents: 3_434,
    currency: 'EUR',
    url: '/public-invoice/inv_1/pay/1-secret',
  },
  'contact-code': { name: 'John Doe', code: '042137', url: '/public-invoice/inv_1/pay/1-secret' },
  'offer-created': {
    name: 'John Doe',
    title: 'A new website',
    amountCents: 250_000,
    currency: 'EUR',
    expiresOn: '2026-12-31',
    url: '/offer/off_1/secret',
  },
  'agreement-invitation': { name: 'John Doe', title: 'Service contract', url: '/sign/1/secret' },
  'agreement-signed': { name: 'John Doe', title: 'Service contract', url: '/sign/1/secret' },
  'agreement-code': { name: 'John Doe', title: 'Service contract', code: '042137', url: null },
  'file-request': { name: 'John Doe', title: 'Passport and contract', url: '/upload/1' },
  'file-share': { name: 'John Doe', title: 'Designs', expiresOn: '2026-12-31', url: '/share/1' },
  'appointment-scheduled': {
    name: 'John Doe',
    title: 'Contract extension',
    startsAt: '2026-03-05T13:30:00Z',
    endsAt: '2026-03-05T15:00:00Z',
    url: 'https://meet.example/abc',
  },
  'appointment-requested': {
    name: 'John Doe',
    title: 'Contract extension',
    startsAt: '2026-03-05T13:30:00Z',
    endsAt: '2026-03-05T15:00:00Z',
    url: null,
  },
  'appointment-canceled': {
    name: 'John Doe',
    title: 'Contract extension',
    startsAt: '2026-03-05T13:30:00Z',
    endsAt: '2026-03-05T15:00:00Z',
    url: null,
  },
  'sign-up-pending': {
    name: 'John Doe',
    title: 'Gym, monthly',
    amountCents: 2999,
    currency: 'EUR',
    url: '/sign-up/1',
  },
  'sign-up-welcome': { name: 'John Doe', title: 'Gym, monthly', url: null },
  'ticket-answer': {
    name: 'John Doe',
    title: 'Question about invoice 2026-001',
    answer: 'It was counted twice.\nWe have sent you a new one.',
    url: '/public-invoice/inv_1/pay/1-secret',
  },
  'payment-received': {
    name: 'John Doe',
    title: 'Invoice 2026-001',
    amountCents: 123_456,
    currency: 'EUR',
    paidAt: '2026-12-01T23:30:00Z',
    url: null,
  },
  'collection-message': {
    step: 'reminder2',
    name: 'John Doe',
    salutation: '',
    note: 'The new season begins on 1 September.\nSee you there!',
    number: '2026-001',
    reference: '100042',
    amountCents: 123_456,
    currency: 'EUR',
    dueOn: '2026-12-05',
    feeCents: 500,
    code: '7-K3QM9TX4VDPQ',
    url: '/l/7-K3QM9TX4VDPQ',
    check: '/genuine',
  },
  'form-submitted': {
    name: '',
    title: 'About you',
    customer: 'John Doe',
    email: 'john@example.com',
    answers: [
      { label: 'Your age', type: 'number', value: 20 },
      { label: 'Born', type: 'date', value: '2004-02-29' },
      { label: 'Newsletter', type: 'checkbox', value: false },
      { label: 'Remarks', type: 'text', value: 'I play\non Mondays.' },
    ],
    url: null,
  },
  'webhook-disabled': {
    name: '',
    title: 'invoice-created',
    address: 'https://hooks.example/in',
    reason: 'connection refused',
    url: null,
  },
  'staff-invitation': { name: '', inviter: 'Olga Owner', url: '/invitation#secret' },
  'password-reset': { name: 'John Doe', url: '/reset-password#secret' },
  'password-changed': { name: 'John Doe', url: null },
  'mail-test': { name: 'John Doe', url: null },
}

/** A mail as a mail server received it. */
export interface ReceivedMail {
  raw: string
  from: string
  to: string[]
  mail: Email
}

export interface FakeMailServer {
  url: string
  received: ReceivedMail[]
  /** Attempts that got as far as naming their sender. */
  attempts(): number
  stop(): Promise<void>
}

/** What goes wrong at which step, per attempt in turn: a reply to refuse with, silence, or a connection cut. */
export interface MailFault {
  at: 'mail' | 'rcpt' | 'data'
  reply?: { code: number; text: string }
  silent?: true
  /** Takes the mail, then hangs up without a word. */
  cut?: true
}

/** A real SMTP server on a port of its own; `faults` are used up one per attempt. */
export async function startMailServer(
  faults: (MailFault | undefined)[] = [],
  options: SMTPServerOptions = {},
): Promise<FakeMailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let attempts = 0
  let fault: MailFault | undefined
  const refusal = ({ reply }: MailFault) =>
    Object.assign(new Error(reply?.text ?? 'no'), { responseCode: reply?.code ?? 550 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onMailFrom(_address, _session, callback) {
      fault = faults[attempts]
      attempts += 1
      if (fault?.at !== 'mail') return callback()
      if (!fault.silent) callback(refusal(fault))
    },
    onRcptTo(_address, _session, callback) {
      if (fault?.at !== 'rcpt') return callback()
      if (!fault.silent) callback(refusal(fault))
    },
    onData(stream, session, callback) {
      const current = fault
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        void (async () => {
          if (current?.at === 'data' && current.reply) return callback(refusal(current))
          if (current?.at === 'data' && current.silent) return
          const raw = Buffer.concat(parts)
          received.push({
            raw: raw.toString('utf8'),
            from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
            to: session.envelope.rcptTo.map(({ address }) => address),
            mail: await PostalMime.parse(raw),
          })
          if (current?.cut) for (const socket of sockets) socket.destroy()
          else callback()
        })()
      })
    },
    ...options,
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    attempts: () => attempts,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
