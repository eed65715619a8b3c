import { useState } from 'react'
import { notifications } from '@mantine/notifications'
import { useErrorSentence } from '../components/states.tsx'
import { v1Fetch } from './client.ts'

/**
 * Downloads what `/v1` gives a link for that is good for minutes: the link is asked for when it is wanted. `path` is the
 * operation's, below `/v1`.
 */
export function useDownload() {
  const sentence = useErrorSentence()
  const [busy, setBusy] = useState(false)
  const download = async (path: string) => {
    setBusy(true)
    try {
      const { data } = await v1Fetch.GET(path as '/files/{fileId}/download', {
        params: { path: { fileId: '' } },
      })
      const anchor = document.createElement('a')
      // On our own origin, whatever address the server is known by elsewhere.
      anchor.href = new URL(data!.link).pathname
      anchor.download = ''
      anchor.click()
    } catch (error) {
      notifications.show({ message: sentence(error), color: 'red' })
    } finally {
      setBusy(false)
    }
  }
  return { download, busy }
}
