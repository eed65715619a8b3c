import { Badge, type MantineColor } from '@mantine/core'
import { useFormat } from '../i18n/format.ts'

/** An amount in cents. */
export function Money({ cents, currency }: { cents: number; currency?: string }) {
  return <span className="amount">{useFormat().money(cents, currency)}</span>
}

/** An amount of `/v1`: `"12.95"`. */
export function Amount({ value, currency }: { value: string; currency?: string }) {
  return <span className="amount">{useFormat().amount(value, currency)}</span>
}

/** A day: `2026-11-21`, or that of a moment. */
export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{useFormat().day(at)}</time>
}

/** A moment; `ago` says how long it is since, and the moment itself to who points at it. */
export function Moment({ at, ago = false }: { at: string; ago?: boolean }) {
  const format = useFormat()
  const exact = format.moment(at)
  return (
    <time dateTime={at} title={ago ? exact : undefined}>
      {ago ? format.ago(at) : exact}
    </time>
  )
}

/** The state of something, in a word and a colour; the word says all. */
export function StateBadge({ color, children }: { color: MantineColor; children: string }) {
  return (
    <Badge color={color} variant="light" tt="none" fw={600} flex="none" maw="100%">
      {children}
    </Badge>
  )
}
