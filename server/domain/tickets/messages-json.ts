import type { Ctx } from '../../kernel/context.ts'

/** The attachments of the row `m` of ticket_messages as a JSON array of `Attachment`, oldest first. */
export const attachmentsJson = (ctx: Ctx) => ctx.sql`
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', d.name, 'sizeBytes', d.size_bytes, 'mime', d.mime)
                   order by a.id), '[]')
     from ticket_attachments a join documents d on d.company_id = a.company_id and d.id = a.document_id
    where a.company_id = m.company_id and a.message_id = m.id)`

/** The rows `m` of ticket_messages as one JSON array of `Message`, oldest first. */
export const messagesJson = (ctx: Ctx) => ctx.sql`
  coalesce(json_agg(json_build_object('id', m.id, 'byCustomer', m.by_customer, 'author', m.author, 'html', m.body_html,
    'text', m.body_text, 'postedAt', m.posted_at, 'attachments', ${attachmentsJson(ctx)})
    order by m.posted_at, m.id), '[]')`
