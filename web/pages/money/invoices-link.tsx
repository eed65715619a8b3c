import type { AnchorProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { AnchorLink } from '../../components/links.tsx'

/** What the list of invoices is asked for. */
export interface InvoicesWanted {
  state: 'open' | 'overdue'
  dueFrom?: string
  dueTo?: string
  customerId?: string
  importId?: string
}

/** The way from a figure to the invoices that it is made of. */
export function InvoicesLink({
  wanted,
  ...props
}: AnchorProps & { wanted: InvoicesWanted; children: ReactNode }) {
  return <AnchorLink to="/desk/invoices" search={wanted} {...props} />
}

/** The way to one of them. */
export function InvoiceLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId: id }}>
      {children}
    </AnchorLink>
  )
}
