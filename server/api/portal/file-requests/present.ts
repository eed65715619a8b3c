import type { FileRequest } from '../../../domain/file-requests/file-request.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatUtc } from '../../../kernel/time.ts'
import { encodeUuid } from '../../../kernel/base32.ts'

/** Without the name, which is the company's own, and without where the files go. */
export const presentPublicFileRequest = (request: FileRequest, company: Company) => ({
  company: company.name,
  description: request.description,
  requestedFiles: request.requestedFiles.map((file) => ({
    id: `fqf_${encodeUuid(file.id)}`,
    name: file.name,
    description: file.description,
    required: file.required,
    maxFileSize: file.maxSizeKb,
    uploaded: file.fileId !== null,
  })),
  completedAt: request.completedAt === null ? null : formatUtc(request.completedAt),
})
