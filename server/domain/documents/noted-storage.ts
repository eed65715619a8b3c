import type { Db } from '../../kernel/context.ts'
import { partsOfKey, type Storage } from '../../kernel/storage.ts'

/**
 * A storage whose bytes are never lost sight of: that there will be some is committed before the first is stored, and
 * forgotten after they are removed, or in the transaction that makes a document of them. `sql` has connections of its
 * own: who stores may be in a transaction, and must not wait for others who do the same.
 */
export function notedStorage(sql: Db, storage: Storage): Storage {
  return {
    async put(key, stream, options) {
      const { companyId, id } = partsOfKey(key)
      try {
        await sql`insert into document_uploads (company_id, id) values (${companyId}, ${id})`
      } catch (error) {
        stream.destroy()
        throw error
      }
      return storage.put(key, stream, options)
    },
    get: (key, range) => storage.get(key, range),
    async delete(key) {
      const { companyId, id } = partsOfKey(key)
      await storage.delete(key)
      await sql`delete from document_uploads where company_id = ${companyId} and id = ${id}`
    },
  }
}
