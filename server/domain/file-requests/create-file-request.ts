import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { listedNames } from '../files/listed-names.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { fileRequestColumns, type FileRequest, type RequestedFile } from './file-request.ts'

export interface NewFileRequest {
  name: string
  description: string | null
  /** Null: anyone with the link. */
  customerId: string | null
  /** Where the files go; null: to the top. */
  directoryId: string | null
  requestedFiles: Omit<RequestedFile, 'id' | 'fileId'>[]
}

/** Asks for files; a customer gets the link by mail. Throws `forbidden`, `invalid` (customer, directory). */
export async function createFileRequest(ctx: Ctx, input: NewFileRequest): Promise<FileRequest> {
  allow(ctx.actor, 'filerequest:write')
  const { company, now, sql } = ctx
  const asked = input.requestedFiles.map((file, position) => ({
    id: newId(),
    position,
    name: file.name,
    description: file.description,
    required: file.required,
    max_size_kb: file.maxSizeKb,
  }))
  const id = newId()
  const linkToken = newLinkToken(company.companyId)
  // The request's own name is internal: the names of the files say what it is about.
  const mail = insertMail(
    ctx,
    {
      template: 'file-request',
      to: sql`c.email`,
      locale: null,
      params: {
        title: listedNames(asked.map(({ name }) => name)),
        url: `/file-requests/${id}/${linkToken}`,
      },
      paramsOfRow: sql`jsonb_build_object('name', c.name)`,
      about: { kind: 'file_request', id },
    },
    sql`from made join customers c on c.company_id = made.company_id and c.id = made.customer_id`,
  )
  const statement = sql<[FileRequest]>`
    with made as (
      insert into file_requests (company_id, id, name, description, directory_id, customer_id, link_token, created_at)
      values (${company.companyId}, ${id}, ${input.name}, ${input.description}, ${input.directoryId},
              ${input.customerId}, ${linkToken}, ${now})
      returning *, null as before, jsonb_build_object('name', name, 'customerId', customer_id) as after
    ), asked as (
      insert into requested_files (company_id, id, request_id, position, name, description, required, max_size_kb)
      select made.company_id, q.id, made.id, q.position, q.name, q.description, q.required, q.max_size_kb
        from made, jsonb_to_recordset(${sql.json(asked)}::jsonb)
          as q (id uuid, position smallint, name text, description text, required boolean, max_size_kb integer)
      returning *
    ), event as (${insertEvent(ctx, 'file_request.created')} from made), mail as (${mail})
    select ${fileRequestColumns(ctx, 'asked')} from made r`
  const [request] = await statement.catch((error: { code?: string; constraint_name?: string }) => {
    if (error.code !== '23503') throw error
    if (error.constraint_name?.includes('customer'))
      throw invalid('customerId', 'must be the ID of an existing customer')
    throw invalid('directoryId', 'must be the ID of an existing directory')
  })
  return request
}
