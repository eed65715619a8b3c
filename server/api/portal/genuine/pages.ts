import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import {
  findGenuineMessage,
  findLinkedInvoice,
  type GenuineMessage,
} from '../../../domain/collection/find-genuine-message.ts'
import { readMessageCode } from '../../../domain/collection/message-code.ts'
import type { CollectionMessage } from '../../../domain/collection/message.ts'
import { languageTag, type Actor, type Ctx, type Locale } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { collectionWords } from '../../../rendering/collection-words/words.ts'
import { contextOf, type Deps } from '../../edge.ts'
import { escapeHtml as text } from '../../html.ts'
import { asPage, renderPage } from '../html.ts'
import { preferredLocale, usePages } from '../page-app.ts'
import { genuineWords } from './words.ts'

/** Tries of one address in a minute: enough for a hall full of members, nothing for somebody who guesses. */
const TRIES = 30

const nobody: Actor = { kind: 'member', id: 'code', permissions: new Set() }

/** The company that a code names, as a context that may do nothing else; undefined where it cannot be a code of ours. */
async function enterByCode(
  deps: Deps,
  request: FastifyRequest,
  typed: string,
): Promise<{ ctx: Ctx; code: string } | undefined> {
  // Whoever pastes the link from the message means the code at its end.
  const link = /\/l\/([^/?#\s]+)/.exec(typed)
  const read = readMessageCode((link?.[1] ?? typed).trim())
  const company = read && (await deps.access.company(read.companyId))
  return read && company ? { ctx: contextOf(deps, request, company, nobody), code: read.code } : undefined
}

const limited = (max: number) => ({ open: true, rateLimit: { max, timeWindow: '1 minute' } })

/** Tells a member whether a message is ours, at `/genuine`. It says which club sent what, when, and nothing of a person. */
export const genuinePages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)
  const localeOf = (request: FastifyRequest) => preferredLocale(request.headers['accept-language'], 'en')

  app.get('/', { config: { open: true } }, async (request, reply) =>
    asPage(reply).send(renderGenuine(localeOf(request), undefined)),
  )

  app.post<{ Body: unknown }>('/', { config: limited(TRIES) }, async (request, reply) => {
    const { code } = (request.body ?? {}) as { code?: unknown }
    const typed = typeof code === 'string' ? code.slice(0, 300) : ''
    const entered = await enterByCode(deps, request, typed)
    const message = entered && (await findGenuineMessage(entered.ctx, entered.code))
    const timeZone = entered?.ctx.company.timeZone ?? 'UTC'
    return asPage(reply).send(renderGenuine(localeOf(request), { typed, message, timeZone }))
  })
}

/** The short links of texts and letters, at `/l`: each leads on to the page of its invoice. */
export const shortLinks: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)
  app.get<{ Params: { code: string } }>(
    '/:code',
    { config: limited(TRIES), exposeHeadRoute: false },
    async (request, reply) => {
      const entered = await enterByCode(deps, request, request.params.code)
      const invoice = entered && (await findLinkedInvoice(entered.ctx, entered.code))
      if (!invoice) throw notFound('invoice')
      const id =
        invoice.invoiceId.replaceAll('-', '') + entered.ctx.company.companyId.toString(16).padStart(8, '0')
      return reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .redirect(`/public-invoice/${id}/pay/${invoice.linkToken}`, 303)
    },
  )
}

interface Answer {
  typed: string
  message: GenuineMessage | undefined
  timeZone: string
}

function renderGenuine(locale: Locale, answer: Answer | undefined): string {
  const say = genuineWords[locale]
  const form = `<form method="post" action="/genuine"><label for="code">${text(say.field)}</label>
<textarea id="code" name="code" rows="1" maxlength="300" autocomplete="off" autocapitalize="characters" spellcheck="false" required>${text(answer?.typed ?? '')}</textarea>
<button>${text(say.check)}</button></form>`
  const main = `<h1>${text(say.title)}</h1>${answer ? renderAnswer(locale, answer) : `<p>${text(say.intro)}</p>`}${form}`
  return renderPage({ locale, title: text(say.title), main })
}

function renderAnswer(locale: Locale, { message, timeZone }: Answer): string {
  const say = genuineWords[locale]
  if (!message)
    return `<div class="note bad" role="alert"><strong>${text(say.no)}</strong><br>${text(say.noHint)}</div>`
  const days = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long', timeZone })
  const when = message.sentAt === null ? say.now : days.format(new Date(message.sentAt))
  const facts: [string, string][] = [
    [say.sender, message.company],
    [say.what, collectionWords[locale].titles[message.step as CollectionMessage['step']]],
    [say.how, say[message.channel]],
    [say.when, when],
  ]
  return `<div class="note good" role="status"><strong>${text(say.yes)}</strong></div>
<dl>${facts.map(([label, value]) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('')}</dl><p>${text(say.only)}</p>`
}
