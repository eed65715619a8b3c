import { Typography } from '@mantine/core'

/** HTML that the server has sanitised (domain/tickets/message-body.ts, domain/cms/sanitise.ts), and nothing else. */
export function ServerHtml({ html }: { html: string }) {
  return (
    <Typography p={0} style={{ overflowWrap: 'anywhere' }}>
      {/* oxlint-disable-next-line react/no-danger -- the server has sanitised it */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Typography>
  )
}
