import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { findCompanyByUuid, findOnlyCompany } from '../../../domain/companies/find-company.ts'
import { askForLoginLink } from '../../../domain/customer-portal/ask-for-login-link.ts'
import { openCustomerSession } from '../../../domain/customer-portal/open-customer-session.ts'
import { endCustomerSession } from '../../../domain/customer-portal/session.ts'
import type { Company } from '../../../kernel/context.ts'
import { invalid, notFound } from '../../../kernel/errors.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import { readCustomerCookie, writeCustomerCookie } from '../../customer-sessions.ts'
import { contextOf, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { originOf } from '../../staff-sessions.ts'
import { encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { loginLink, loginToken, myCompany, signedIn } from './account-schema.ts'
import { presentMyCompany } from './present.ts'

/** Letting oneself in. Registered where no `Idempotency-Key` counts: its transaction would take back what was counted. */
export const mySessionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { sql } = deps
  app.addSchema(myCompany)
  const tag = 'My session'
  const anybody = (request: FastifyRequest, company: Company) =>
    contextOf(deps, request, company, { kind: 'member', id: 'login', permissions: new Set() })

  app.get(
    '/my/companies/:companyId',
    operation({
      id: 'get-my-company',
      tag,
      summary: 'See whose portal it is',
      description:
        'The name and the look of a company, for whoever is about to sign in. `only` is the company of an installation that has one.',
      permission: 'anybody',
      params: { companyId: 'The ID of the company, starting with `com_`, or `only`.' },
      response: ref(myCompany),
      errors: { 404: 'There is no such company.' },
    }),
    async ({ params }) => {
      const company =
        params.companyId === 'only'
          ? await findOnlyCompany(sql)
          : await findCompanyByUuid(sql, pathId('company', params.companyId, 'company'))
      if (!company) throw notFound('company')
      return presentMyCompany(company)
    },
  )

  app.post(
    '/my/login-links',
    operation({
      id: 'ask-for-login-link',
      tag,
      summary: 'Ask for a link to sign in with',
      description:
        'Mails a link to the address if the company knows it: good once, for twenty minutes. The answer does not tell whether it does.',
      permission: 'anybody',
      body: loginLink,
      errors: { 404: 'There is no such company.', 422: 'It is no e-mail address.' },
    }),
    async (request, reply) => {
      const { companyId, email, locale } = request.body
      const company = await findCompanyByUuid(sql, pathId('company', companyId, 'company'))
      if (!company) throw notFound('company')
      await askForLoginLink(
        { ...anybody(request, company), sql },
        { email, locale: locale ?? company.locale },
        originOf(request),
      )
      reply.code(204 as 200)
    },
  )

  app.post(
    '/my/session',
    operation({
      id: 'open-my-session',
      tag,
      summary: 'Sign in with a mailed link',
      description:
        'Uses the link up and begins a session, in a cookie that no script reads; ends the one that the browser had.',
      permission: 'anybody',
      body: loginToken,
      response: signedIn,
      errors: { 422: 'The link was used already, or is too old.' },
    }),
    async (request, reply) => {
      const { token } = request.body
      const companyId = companyOfLinkToken(token)
      const company = companyId === undefined ? undefined : await deps.access.company(companyId)
      if (!company) throw invalid('token', 'must be that of a link which is still good')
      const replaced = readCustomerCookie(deps, request)
      const session = await openCustomerSession(anybody(request, company), token, originOf(request), replaced)
      deps.access.clear()
      writeCustomerCookie(deps, reply, session)
      reply.header('cache-control', 'no-store')
      return { companyId: encodeId('company', company.id) }
    },
  )

  app.delete(
    '/my/session',
    operation({
      id: 'end-my-session',
      tag,
      summary: 'Sign out',
      description: 'Ends the session, in every process, and takes the cookie away.',
      permission: 'customers:write',
      customer: true,
    }),
    async (request, reply) => {
      await endCustomerSession(request.ctx)
      deps.access.clear()
      writeCustomerCookie(deps, reply, undefined)
      reply.code(204 as 200)
    },
  )
}
