import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { approveApp } from '../../domain/oauth/approve-app.ts'
import { closeConsentSession, findConsenter, openConsentSession } from '../../domain/oauth/consent-session.ts'
import { createConsentCode } from '../../domain/oauth/create-consent-code.ts'
import { permissionsOfRole } from '../../domain/staff/role.ts'
import { locales, type Locale } from '../../kernel/context.ts'
import { contextOf, type Deps } from '../edge.ts'
import { answerAt, marks, readAuthorizeRequest, type AuthorizeRequest } from './authorize-request.ts'
import { contentSecurityPolicy, renderCodePage, renderConsentPage, renderRefusal } from './consent-page.ts'
import { csrfOf, isOurForm, newCookie, readCookie, writeCookie } from './cookie.ts'
import { sessionOf } from '../session-cookie.ts'
import { textFields } from './parameters.ts'

/** The first language of the browser that we speak. */
function localeOf(request: FastifyRequest): Locale {
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if ((locales as readonly string[]).includes(language)) return language as Locale
  }
  return 'en'
}

const asPage = (reply: FastifyReply, redirectUri?: string) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(redirectUri))
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')

/** Sends the browser away with an answer in the address, which nobody else is to see. */
const sendTo = (reply: FastifyReply, address: string) =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(address, 303)

const refuse = (
  reply: FastifyReply,
  request: FastifyRequest,
  status: number,
  error: string,
  description: string,
) =>
  asPage(reply)
    .code(status)
    .send(renderRefusal(localeOf(request), error, description))

/** `GET` and `POST /oauth/authorize` (RFC 6749, 4.1.1): a company is asked whether an app may act for it. */
export function authorizeRoutes(app: FastifyInstance, deps: Deps): void {
  /** What is asked; undefined when the reply has refused it. */
  async function read(request: FastifyRequest, reply: FastifyReply): Promise<AuthorizeRequest | undefined> {
    const reading = await readAuthorizeRequest(deps, request.query)
    if (reading.kind === 'asked') return reading.request
    if (reading.kind === 'back') sendTo(reply, reading.to)
    else refuse(reply, request, 400, reading.error, reading.description)
    return undefined
  }

  const consenterOf = (cookie: string | undefined) =>
    cookie === undefined ? undefined : findConsenter(deps.sql, deps.clock.now(), cookie)

  /**
   * An owner who has signed in needs no code: one is made in their name and used at once. So the answer is for the company
   * that was asked about, whichever they work for by then.
   */
  async function openForOwner(request: FastifyRequest): Promise<string | undefined> {
    const staff = await sessionOf(deps, request)
    if (!staff?.at || !permissionsOfRole[staff.at.role].has('staff:write')) return undefined
    const permissions = permissionsOfRole[staff.at.role]
    const ctx = contextOf(deps, request, staff.at.company, { kind: 'user', id: staff.userId, permissions })
    const { code } = await createConsentCode(ctx)
    return openConsentSession(deps.sql, ctx.now, code)
  }

  app.get('/authorize', { config: { open: true } }, async (request, reply) => {
    const asked = await read(request, reply)
    if (!asked) return reply
    const known = readCookie(deps, request)
    let consenter = asked.login ? undefined : await consenterOf(known)
    const opened = asked.login || consenter ? undefined : await openForOwner(request)
    if (opened !== undefined) consenter = await consenterOf(opened)
    const company = consenter && (await deps.access.company(consenter.companyId))
    const cookie = opened ?? known ?? newCookie()
    if (cookie !== known) writeCookie(deps, reply, cookie)
    const form = { ...asked, csrf: csrfOf(cookie) }
    const locale = localeOf(request)
    return asPage(reply, asked.redirectUri).send(
      company ? renderConsentPage(locale, form, company) : renderCodePage(locale, form, false),
    )
  })

  app.post('/authorize', { config: { open: true } }, async (request, reply) => {
    const asked = await read(request, reply)
    if (!asked) return reply
    const given = textFields(request.body, ['csrf', 'decision', 'consent_code'])
    const cookie = readCookie(deps, request)
    if (!isOurForm(cookie, given.csrf))
      return refuse(reply, request, 403, 'access_denied', 'The form is out of date or came from elsewhere.')
    const now = deps.clock.now()

    if (given.decision === 'deny') {
      const consenter = await consenterOf(cookie)
      if (consenter) await closeConsentSession(deps.sql, now, consenter)
      writeCookie(deps, reply, undefined)
      const refusal = { error: 'access_denied', error_description: 'The company refused the access.' }
      return sendTo(reply, answerAt(asked.redirectUri, { ...refusal, ...marks(deps, asked.state) }))
    }

    if (given.decision === 'approve') {
      const consenter = await consenterOf(cookie)
      const company = consenter && (await deps.access.company(consenter.companyId))
      if (!company) return refuse(reply, request, 403, 'access_denied', 'The time to answer is over.')
      const ctx = contextOf(deps, request, company, { kind: 'consent', id: consenter.id, permissions: 'all' })
      const { code } = await approveApp(ctx, { ...asked, appId: asked.app.id })
      await closeConsentSession(deps.sql, now, consenter)
      writeCookie(deps, reply, undefined)
      return sendTo(reply, answerAt(asked.redirectUri, { code, ...marks(deps, asked.state) }))
    }

    const session = await openConsentSession(deps.sql, now, (given.consent_code ?? '').trim())
    if (session === undefined)
      return asPage(reply, asked.redirectUri)
        .code(403)
        .send(renderCodePage(localeOf(request), { ...asked, csrf: csrfOf(cookie!) }, true))
    writeCookie(deps, reply, session)
    // To the second step by a GET, so that loading the page anew does not use the code again.
    const query = new URLSearchParams(request.query as Record<string, string>)
    query.set('prompt', 'consent')
    return sendTo(reply, `/oauth/authorize?${query.toString()}`)
  })
}
