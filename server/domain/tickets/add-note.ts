import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { MessageBody } from './message-body.ts'
import { userOf } from './ticket.ts'

/** Adds what only the staff see. It changes nothing about whose turn it is. Throws `forbidden`, `not_found`. */
export async function addNote(ctx: Ctx, ticketId: string, body: MessageBody): Promise<string> {
  allow(ctx.actor, 'tickets:write')
  const [note] = await ctx.sql<{ id: string }[]>`
    with note as (
      insert into ticket_notes (company_id, id, ticket_id, user_id, author, body_html, body_text, posted_at)
      select t.company_id, ${newId()}::uuid, t.id, u.id, coalesce(u.name, ${ctx.company.name}), ${body.html}, ${body.text},
             ${ctx.now}::timestamptz
        from tickets t left join users u on u.id = ${userOf(ctx)}::uuid
       where t.company_id = ${ctx.company.companyId} and t.id = ${ticketId} and t.merged_into is null
      returning company_id, id, ticket_id
    ), event as (
      ${insertEvent(ctx, 'inbox.note_added')}
        from (select company_id, ticket_id as id, null as before, jsonb_build_object('noteId', id) as after from note) n
    )
    select id from note`
  if (!note) throw notFound('ticket')
  return note.id
}
