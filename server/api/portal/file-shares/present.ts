import type { SharedFile } from '../../../domain/file-shares/list-shared-files.ts'
import type { Company } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'

export const presentPublicFileShare = (files: SharedFile[], company: Company) => ({
  company: company.name,
  content: files.map(({ id, directoryId, type, name, sizeBytes, mime }) => ({
    id: (type === 'file' ? 'fsf_' : 'fsd_') + encodeUuid(id),
    directoryId: directoryId === null ? null : `fsd_${encodeUuid(directoryId)}`,
    type,
    name,
    size: sizeBytes,
    mime,
  })),
})
