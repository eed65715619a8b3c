/** What somebody says became of a mail: a mail server, or the provider of a reader. Nobody vouches for it. */
export interface MailReport {
  kind: 'delivery' | 'complaint'
  /** Message-IDs and envelope ids that it is about, as they stand in it. */
  names: string[]
  /** Of a complaint none, where its sender hides who complained. */
  recipients: ReportedRecipient[]
}

export interface ReportedRecipient {
  /** As we wrote to it, and where that led to in the end; lower case. */
  addresses: string[]
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  action: string
  /** As in RFC 3463, `5.1.1`; empty where there is none. */
  status: string
  /** What the other server said, on one line. */
  diagnostic: string
}

export type BounceKind = 'permanent' | 'transient'

/**
 * Whether another mail to that address would come back too. Class 5 is for good, but for a full mailbox (5.2.2), a mail that is
 * too large (5.2.3, 5.3.4), its content (5.6) and policies (5.7): those speak of the mail or of us, not of the address.
 */
export function bounceKind({ status, diagnostic }: ReportedRecipient): BounceKind {
  const enhanced = [status, diagnostic].map(
    (text) => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0],
  )
  // A relay that does not know the reason writes 5.0.0, and the reason stands in what the other server said.
  const code = enhanced.find((one) => one !== undefined && !one.endsWith('.0.0')) ?? enhanced[0]
  if (code === undefined) return /(?<!\d)55[013](?!\d)/.test(diagnostic) ? 'permanent' : 'transient'
  return code.startsWith('5.') && !/^5\.(?:2\.[23]|3\.4|[67]\.\d+)$/.test(code) ? 'permanent' : 'transient'
}

/** The name of a mail beside its Message-ID, which mail servers hand on where they return nothing of the mail. */
export const envelopeId = (companyId: number, mailId: string): string => `${mailId}.${companyId}`

/** The mail that a name is of, if it has the form of ours: `<…uuid….7@balie.example>`, or without its ends. */
export function mailNamed(name: string): { companyId: number; mailId: string } | undefined {
  const match =
    /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,9})(?:@[^\s@<>]{1,255}>?)?$/.exec(
      name.trim(),
    )
  const companyId = Number(match?.[2])
  return match && companyId <= 0x7fffffff ? { companyId, mailId: match[1]! } : undefined
}
