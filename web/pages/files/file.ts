import { useQueryClient } from '@tanstack/react-query'
import type { components } from '../../client/v1.generated.ts'

export type FileOrDirectory = components['schemas']['FileOrDirectory']

/** After files, requests or shares have changed: whatever shows them is fetched again. */
export function useRefreshFiles() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['/files', '/files/{fileOrDirId}', '/file-requests', '/file-requests/{requestId}', '/file-shares'].map(
        (path) => queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
}
