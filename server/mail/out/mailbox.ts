import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { listCaughtMails, type CaughtMail } from '../../domain/mails/caught-mails.ts'
import type { Db } from '../../kernel/context.ts'
import { isUuid } from '../../kernel/ids.ts'
import { formatUtc } from '../../kernel/time.ts'
import { escapeHtml } from './html.ts'
import type { RenderedMail } from './render.ts'

const style = `
:root { color-scheme: light dark; --line: #8884 }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem } table { width: 100%; border-collapse: collapse }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: .5rem; background: canvas }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem }`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policy = `default-src 'none'; style-src ${hashOf(style)}; frame-src 'self'; base-uri 'none'; form-action 'none'`
/** A mail's own HTML brings its styles, and may do nothing else. Its links open beside the mailbox. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const page = (title: string, content: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${content}</main></body></html>`

const asHtml = (reply: FastifyReply, contentSecurityPolicy: string) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')

const present = ({ id, company, template, sentAt, caught }: CaughtMail) => ({
  id,
  company,
  template,
  sentAt: formatUtc(sentAt),
  ...(caught as unknown as RenderedMail),
})

type Shown = ReturnType<typeof present>

const MAX_LISTED = 200

/** The mail that was caught, for people and for scripts. Registered only where mail is caught. */
export const mailbox: FastifyPluginAsync<{ sql: Db }> = async (app, { sql }) => {
  /** The mail of the path, or undefined once 404 is sent. */
  async function find(id: string, reply: FastifyReply): Promise<Shown | undefined> {
    const [mail] = isUuid(id) ? await listCaughtMails(sql, 1, id) : []
    if (mail) return present(mail)
    reply.code(404).send({ message: 'There is no such mail.' })
    return undefined
  }

  app.get('/mail.json', async () => ({ data: (await listCaughtMails(sql, MAX_LISTED)).map(present) }))

  app.get('/mail', async (_request, reply) =>
    asHtml(reply, policy).send(renderList((await listCaughtMails(sql, MAX_LISTED)).map(present))),
  )

  app.get<{ Params: { id: string } }>('/mail/:id', async ({ params }, reply) => {
    const mail = await find(params.id, reply)
    return mail ? asHtml(reply, policy).send(renderMail(mail)) : reply
  })

  app.get<{ Params: { id: string } }>('/mail/:id/html', async ({ params }, reply) => {
    const mail = await find(params.id, reply)
    if (!mail) return reply
    return asHtml(reply, mailPolicy).send(mail.html.replace('<head>', '<head><base target="_blank">'))
  })

  app.get<{ Params: { id: string; number: string } }>(
    '/mail/:id/attachments/:number',
    async ({ params }, reply) => {
      const mail = await find(params.id, reply)
      if (!mail) return reply
      const attachment = mail.attachments[Number(params.number)]
      if (!attachment) return reply.code(404).send({ message: 'There is no such attachment.' })
      return reply
        .type(attachment.contentType)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
        )
        .send(Buffer.from(attachment.text, attachment.encoding ?? 'utf8'))
    },
  )
}

function renderList(mails: Shown[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td><a href="/dev/mail/${mail.id}">${escapeHtml(mail.subject)}</a></td><td>${escapeHtml(mail.to)}</td><td>${escapeHtml(mail.company)}</td><td>${mail.sentAt}</td></tr>`,
  )
  const table = `<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Company</th><th scope="col">At</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return page(
    'Mail',
    `<h1>Mail that was caught</h1><p>Nothing was sent. The same as JSON: <a href="/dev/mail.json">/dev/mail.json</a></p>${rows.length === 0 ? '<p>No mail yet.</p>' : table}`,
  )
}

function renderMail(mail: Shown): string {
  const facts = [
    ['From', `${mail.fromName} <MAIL_FROM>`],
    ['Reply to', mail.replyTo],
    ['To', mail.to],
    ['At', mail.sentAt],
    ['Message-ID', mail.messageId],
  ].map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value!)}</dd>`)
  const attachments = mail.attachments.map(
    ({ filename }, number) =>
      `<li><a href="/dev/mail/${mail.id}/attachments/${number}">${escapeHtml(filename)}</a></li>`,
  )
  return page(
    mail.subject,
    `<p><a href="/dev/mail">All mail</a></p><h1>${escapeHtml(mail.subject)}</h1><dl>${facts.join('')}</dl>
${attachments.length === 0 ? '' : `<h2>Attachments</h2><ul>${attachments.join('')}</ul>`}
<h2>HTML</h2><iframe title="The mail as HTML" src="/dev/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>Plain text</h2><pre>${escapeHtml(mail.text)}</pre>`,
  )
}
