import { Typography } from '@mantine/core'
import { memo } from 'react'

/** What somebody wrote, as the server has sanitised it: links and plain formatting, nothing that runs or loads. */
export const MessageHtml = memo(function MessageHtml({ html }: { html: string }) {
  return (
    <Typography p={0} fz="sm">
      {/* Sanitised on its way into the database (server/domain/tickets/message-body.ts). */}
      {/* oxlint-disable-next-line react/no-danger -- the server's own list of harmless tags is all that is left */}
      <div className="message" dangerouslySetInnerHTML={{ __html: html }} />
    </Typography>
  )
})
