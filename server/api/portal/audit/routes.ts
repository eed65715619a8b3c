import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listActors } from '../../../domain/audit/list-actors.ts'
import { listAuditTrail } from '../../../domain/audit/list-audit-trail.ts'
import type { Company } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Rule } from '../../../kernel/rules.ts'
import { addDays, parseDate, parseDateTime } from '../../../kernel/time.ts'
import { decodeUuid } from '../../../kernel/base32.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { presentActor, presentEntry } from './present.ts'
import { actor, actorList, auditEntry, auditFilters } from './schema.ts'

/** A day counts whole, from its midnight to its last moment at the company. */
function momentOf(field: string, text: string | undefined, last: boolean, company: Company) {
  if (text === undefined) return undefined
  const day = parseDate(text)
  const at = parseDateTime(
    day === undefined ? text : `${last ? addDays(day, 1) : day}T00:00:00`,
    company.timeZone,
  )
  if (!at) throw invalid(field, 'must be a day as YYYY-mm-dd, or a moment that exists')
  return last && day !== undefined ? new Date(at.getTime() - 1) : at
}

function subjectOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const id = decodeUuid(text.slice(text.indexOf('_') + 1))
  if (id === undefined) throw invalid('subject', 'must be the ID of a subject of the audit trail')
  return id
}

function matching(field: string, text: string | undefined, form: RegExp, rule: Rule): string | undefined {
  if (text !== undefined && !form.test(text)) throw invalid(field, rule)
  return text
}

/** Who changed what. */
export const auditRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [actor, auditEntry]) app.addSchema(schema)

  app.get(
    '/audit',
    operation({
      id: 'list-audit-trail',
      tag: 'Audit trail',
      summary: 'Who changed what',
      description: 'All that happened at the company, the newest first.',
      permission: 'audit:read',
      querystring: Type.Object({ ...pageFields, ...auditFilters }),
      response: pageOf(ref(auditEntry), 'Some changes.'),
    }),
    async ({ ctx, query }) => {
      const choice = {
        actor: matching(
          'actor',
          query.actor,
          /^[a-z_]{1,20}:[\x21-\x7e]{1,80}$/,
          'must be the ref of an actor',
        ),
        type: matching('type', query.type, /^[a-z_]+(\.[a-z_]+)?$/, 'must be a type of event, or its area'),
        subjectId: subjectOf(query.subject),
        from: momentOf('from', query.from, false, ctx.company),
        until: momentOf('until', query.until, true, ctx.company),
        words: query.q,
      }
      return presentPage(await listAuditTrail(ctx, choice, stretchOf(query)), (row) =>
        presentEntry(row, ctx.company),
      )
    },
  )

  app.get(
    '/audit/actors',
    operation({
      id: 'list-actors',
      tag: 'Audit trail',
      summary: 'Whom to look for in the audit trail',
      description: 'Staff, keys, partners and apps of the company.',
      permission: 'audit:read',
      response: actorList,
    }),
    async ({ ctx }) => ({ data: (await listActors(ctx)).map((one) => presentActor(one.actor, one.name)) }),
  )
}
