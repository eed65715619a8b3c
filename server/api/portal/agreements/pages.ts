import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { sendSigningCode } from '../../../domain/agreements/code.ts'
import { getInvitation } from '../../../domain/agreements/invitation.ts'
import { signAgreement } from '../../../domain/agreements/sign-agreement.ts'
import { parseSignature } from '../../../domain/agreements/signature.ts'
import { BalieError } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { soften } from '../../soften.ts'
import { asPage } from '../html.ts'
import { notNow, usePages } from '../page-app.ts'
import { enterAgreement, type SignerLink } from './enter.ts'
import { contentSecurityPolicy, renderAgreement } from './page.ts'
import { presentAgreementToSign } from './present.ts'
import { userAgentOf } from './user-agent.ts'
import { problems, type Problem } from './words.ts'

const form = {
  type: 'object',
  properties: { signature: { type: 'string' }, code: { type: 'string' } },
}

interface Address {
  Params: SignerLink
  Querystring: { problem?: unknown; code?: unknown }
}

/** What the signer is told, where the fault is not ours. */
function problemOf(error: unknown): Problem {
  if (!(error instanceof BalieError)) throw error
  if (error.code === 'rate_limited') return 'code_too_soon'
  if (error.code === 'conflict') return 'signed'
  if (error.code === 'invalid') return error.about === 'code' ? 'code' : 'signature'
  throw error
}

/** The page behind a signer's link, at `/agreements`, as the invitation mails it. Signing takes a script, reading none. */
export const agreementPages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps, (locale) => notNow[locale])
  const open = { config: { open: true } }
  const pathOf = ({ id, token }: SignerLink) => `/agreements/${id}/${token}`
  const back = (reply: FastifyReply, link: SignerLink, problem?: Problem) =>
    reply.redirect(problem ? `${pathOf(link)}?problem=${problem}` : pathOf(link), 303)

  app.get<Address>('/:id/:token', open, async (request, reply) => {
    const { params, query } = request
    const { ctx, link } = await enterAgreement(deps, request, params)
    const invitation = await getInvitation(ctx, link.agreementId, link.token)
    const problem = problems.find((known) => known === query.problem)
    return asPage(reply, ctx.company)
      .header('content-security-policy', contentSecurityPolicy(ctx.company))
      .send(
        renderAgreement(
          presentAgreementToSign(invitation, ctx.company),
          ctx.company,
          pathOf(params),
          problem,
          query.code === 'sent',
        ),
      )
  })

  app.post<Address>('/:id/:token/code', open, async (request, reply) => {
    const { ctx, link } = await enterAgreement(deps, request, request.params)
    const invitation = await getInvitation(ctx, link.agreementId, link.token)
    try {
      await sendSigningCode(ctx, invitation)
      return await reply.redirect(`${pathOf(request.params)}?code=sent`, 303)
    } catch (error) {
      return back(reply, request.params, problemOf(error))
    }
  })

  app.post<Address>('/:id/:token', open, async (request, reply) => {
    const { ctx, link } = await enterAgreement(deps, request, request.params)
    await getInvitation(ctx, link.agreementId, link.token)
    const { signature, code } = soften(form, request.body ?? {}) as { signature?: unknown; code?: unknown }
    try {
      await signAgreement(ctx, deps.sql, link, {
        signature: parseSignature(typeof signature === 'string' ? signature : '', 'signature'),
        code: typeof code === 'string' ? code : undefined,
        ip: request.ip,
        userAgent: userAgentOf(request.headers['user-agent']),
      })
      return await back(reply, request.params)
    } catch (error) {
      return back(reply, request.params, problemOf(error))
    }
  })
}
