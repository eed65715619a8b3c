import type { FileOrDirectory } from '../../../domain/files/file.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { decodeId, encodeId } from '../ids.ts'

/** `fsf_…` or `fsd_…`: the id says which it is. */
export const encodeFileId = ({ type, id }: Pick<FileOrDirectory, 'type' | 'id'>): string => encodeId(type, id)

/** What an id of either kind names; undefined for one that names neither. */
export function decodeFileId(id: string): Pick<FileOrDirectory, 'type' | 'id'> | undefined {
  const file = decodeId('file', id)
  if (file !== undefined) return { type: 'file', id: file }
  const directory = decodeId('directory', id)
  return directory === undefined ? undefined : { type: 'directory', id: directory }
}

export const presentFile = (file: FileOrDirectory, { timeZone }: Company) => ({
  id: encodeFileId(file),
  type: file.type,
  name: file.name,
  size: file.sizeBytes,
  mime: file.mime,
  fileShareId: file.fileShareId === null ? null : encodeId('fileShare', file.fileShareId),
  createdAt: formatAtom(file.createdAt, timeZone),
})
