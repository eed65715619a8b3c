import type { FileRequest } from '../../../domain/file-requests/file-request.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export function presentFileRequest(request: FileRequest, { timeZone }: Company, publicUrl: string) {
  const id = encodeId('fileRequest', request.id)
  const customerId = request.customerId === null ? null : encodeId('customer', request.customerId)
  return {
    id,
    name: request.name,
    description: request.description,
    directoryId: request.directoryId === null ? null : encodeId('directory', request.directoryId),
    customerId,
    requestedFiles: request.requestedFiles.map((file) => ({
      id: encodeId('requestedFile', file.id),
      name: file.name,
      description: file.description,
      required: file.required,
      maxFileSize: file.maxSizeKb,
      uploadedFileId: file.fileId === null ? null : encodeId('file', file.fileId),
    })),
    completedAt: request.completedAt === null ? null : formatAtom(request.completedAt, timeZone),
    createdAt: formatAtom(request.createdAt, timeZone),
    links: {
      customer:
        customerId === null
          ? null
          : { href: `${publicUrl}/v1/customers/${customerId}`, type: 'application/json' },
      publicRequest: {
        href: `${publicUrl}/file-requests/${id}/${request.linkToken}`,
        type: 'text/html',
      },
    },
  }
}
