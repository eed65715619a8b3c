import type { Ctx } from '../../kernel/context.ts'

/** The rows `m` of ticket_messages as one JSON array of `Message`, oldest first. */
export const messagesJson = (ctx: Ctx) => ctx.sql`
  coalesce(json_agg(json_build_object('id', m.id, 'byCustomer', m.by_customer, 'author', m.author, 'html', m.body_html,
    'text', m.body_text, 'postedAt', m.posted_at) order by m.posted_at, m.id), '[]')`
