import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import type { Deps } from '../../edge.ts'
import { fileField } from '../../file-field.ts'
import type { Door } from '../door.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** What people attach to a question: pictures, papers, tables. Nothing that runs. */
export const attachmentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/avif',
  'text/plain',
  'text/csv',
  'application/msword',
  'application/vnd.ms-excel',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OPEN_DOCUMENT}.text`,
  `${OPEN_DOCUMENT}.spreadsheet`,
]

export const MOST_FILES = 5
const MOST_BYTES = 10 * 1_048_576

/** How large each file may be that goes with a question. */
export const attachmentLimit = ({ uploadLimitBytes }: Pick<Deps, 'uploadLimitBytes'>): number =>
  Math.min(MOST_BYTES, uploadLimitBytes)

export const attachments = Type.Optional(
  Type.Array(
    fileField('Pictures, PDFs and office files, of at most 10 MB each.', { types: attachmentTypes }),
    {
      maxItems: MOST_FILES,
      description: `At most ${MOST_FILES}.`,
    },
  ),
)

/** Before the body is read: who asks must be right, and the files must not be too large. Throws `not_found`. */
export async function admitAttachments(deps: Deps, door: Door, request: FastifyRequest): Promise<void> {
  const { ctx, id, token } = await door.enter(request)
  await getPublicInvoice(ctx, id, token)
  request.ctx = ctx
  request.uploadLimitBytes = attachmentLimit(deps)
}
