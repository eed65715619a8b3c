import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeCannedAnswer } from '../../../domain/tickets/change-canned-answer.ts'
import type { CannedAnswer } from '../../../domain/tickets/canned-answer.ts'
import { createCannedAnswer } from '../../../domain/tickets/create-canned-answer.ts'
import { deleteCannedAnswer } from '../../../domain/tickets/delete-canned-answer.ts'
import { fillCannedAnswer } from '../../../domain/tickets/fill-canned-answer.ts'
import { listCannedAnswers } from '../../../domain/tickets/list-canned-answers.ts'
import { bodyFromHtml } from '../../../domain/tickets/message-body.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { cannedAnswer, cannedAnswers, filledAnswer, newCannedAnswer } from './schema.ts'

const tag = 'Inbox'
const params = { cannedAnswerId: 'The ID of the canned answer, starting with `can_`.' }
const missing = 'There is no such canned answer.'
const taken = 'There is one of that name already.'
const idOf = (named: { cannedAnswerId: string }) =>
  pathId('cannedAnswer', named.cannedAnswerId, 'canned_answer')

const present = ({ id, name, html, changedAt }: CannedAnswer, { timeZone }: Company) => ({
  id: encodeId('cannedAnswer', id),
  name,
  html,
  changedAt: formatAtom(changedAt, timeZone),
})

function parse({ name, message }: { name: string; message: string }) {
  const trimmed = name.trim()
  if (trimmed === '') throw invalid('name', 'must not be empty')
  if (!trimmed.isWellFormed() || /\p{Cc}/u.test(trimmed))
    throw invalid('name', 'must not contain control characters or broken Unicode')
  return { name: trimmed, body: bodyFromHtml(message) }
}

/** Answers that are given often. */
export const cannedAnswerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.addSchema(cannedAnswer)

  app.get(
    '/canned-answers',
    operation({
      id: 'list-canned-answers',
      tag,
      summary: 'Answers that are given often',
      description: 'By name.',
      permission: 'tickets:read',
      response: cannedAnswers,
    }),
    async ({ ctx }) => ({ data: (await listCannedAnswers(ctx)).map((one) => present(one, ctx.company)) }),
  )

  app.post(
    '/canned-answers',
    operation({
      id: 'create-canned-answer',
      tag,
      summary: 'Keep an answer that is given often',
      description: 'For all of the staff.',
      permission: 'tickets:write',
      body: newCannedAnswer,
      response: ref(cannedAnswer),
      errors: { 409: taken },
    }),
    async ({ ctx, body }) => present(await createCannedAnswer(ctx, parse(body)), ctx.company),
  )

  app.put(
    '/canned-answers/:cannedAnswerId',
    operation({
      id: 'change-canned-answer',
      tag,
      summary: 'Change a canned answer',
      description: 'What was answered with it stays as it is.',
      permission: 'tickets:write',
      params,
      body: newCannedAnswer,
      response: ref(cannedAnswer),
      errors: { 404: missing, 409: taken },
    }),
    async ({ ctx, params: named, body }) =>
      present(await changeCannedAnswer(ctx, idOf(named), parse(body)), ctx.company),
  )

  app.delete(
    '/canned-answers/:cannedAnswerId',
    operation({
      id: 'delete-canned-answer',
      tag,
      summary: 'Delete a canned answer',
      description: 'What was answered with it stays.',
      permission: 'tickets:write',
      params,
      errors: { 404: missing },
    }),
    async ({ ctx, params: named }, reply) => {
      await deleteCannedAnswer(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )

  app.get(
    '/inbox/:ticketId/canned-answers/:cannedAnswerId',
    operation({
      id: 'fill-canned-answer',
      tag,
      summary: 'A canned answer as it reads in a conversation',
      description: 'Its placeholders are filled in; those that nothing is known for stay, and are named.',
      permission: 'tickets:read',
      params: { ticketId: 'The ID of the conversation, starting with `tic_`.', ...params },
      response: filledAnswer,
      errors: { 404: 'There is no such conversation, or no such canned answer.' },
    }),
    async ({ ctx, params: named }) =>
      fillCannedAnswer(ctx, pathId('ticket', named.ticketId, 'ticket'), idOf(named)),
  )
}
