interface Bounce {
  messageId?: string
  envelopeId?: string
  to: string
  original?: string
  action?: string
  status?: string
  diagnostic?: string
}

const lines = (...parts: (string | false | undefined)[]) =>
  parts.filter((part) => typeof part === 'string').join('\r\n')

/** A delivery status notification as Postfix writes one. */
export const bounceOf = ({
  messageId,
  envelopeId,
  to,
  original,
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <x>: Recipient address rejected: User unknown',
}: Bounce): string =>
  lines(
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'To: noreply@balie.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4bX/mx.example"',
    'Message-Id: <1@mx.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4bX/mx.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `<${to}>: host mx.example said: it cannot be delivered`,
    '',
    '--4bX/mx.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    envelopeId && `Original-Envelope-Id: ${envelopeId}`,
    'Arrival-Date: Sat, 21 Nov 2026 11:00:00 +0100 (CET)',
    '',
    `Final-Recipient: rfc822; ${to}`,
    original && `Original-Recipient: rfc822;${original}`,
    `Action: ${action}`,
    status && `Status: ${status}`,
    'Remote-MTA: dns; mx.example',
    diagnostic && `Diagnostic-Code: ${diagnostic}`,
    '',
    '--4bX/mx.example',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    messageId && `Message-ID: ${messageId}`,
    'Subject: Invoice',
    `To: ${to}`,
    '',
    '--4bX/mx.example--',
    '',
  )

/** What a provider sends when a reader calls a mail spam; who did is left out, as most of them do. */
export const complaintOf = ({ messageId, type = 'abuse' }: { messageId: string; type?: string }): string =>
  lines(
    'From: <feedback@provider.example>',
    'To: <abuse@balie.example>',
    'Subject: FW: Invoice',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset="US-ASCII"',
    '',
    'This is an email abuse report.',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '',
    '--part',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    'From: <noreply@balie.example>',
    `Message-ID: ${messageId}`,
    'Subject: Invoice',
    '',
    'Dear member',
    '--part--',
    '',
  )
