import { useQueryClient } from '@tanstack/react-query'
import type { Invoice } from './invoice.ts'

/** After a change, which answers with the invoice as it is then: shows that, and asks anew for what follows from it. */
export function useInvoiceAgain() {
  const client = useQueryClient()
  return async (invoice: Invoice) => {
    client.setQueriesData({ queryKey: ['get', '/invoices/{invoiceId}'] }, (old: Invoice | undefined) =>
      old?.id === invoice.id ? invoice : old,
    )
    await Promise.all(
      ['/invoices', '/invoices/sums', '/invoices/{invoiceId}/timeline'].map((path) =>
        client.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
  }
}
