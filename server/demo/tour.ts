import { signatureOf } from '../api/clubcollect/payments/signature.ts'
import type { FakeMoneybird } from '../providers/moneybird/fake.ts'
import type { DemoCredentials } from './credentials.ts'

/** What to try, in order: lines that can be pasted one after another into any POSIX shell that has curl. */
export function tour(
  url: string,
  { mijnklantportaal, clubcollect, tour: start }: DemoCredentials,
  books: FakeMoneybird,
): string {
  const v1 = `-H 'Authorization: Bearer ${mijnklantportaal.apiKey}'`
  const v2 = `-H 'Authorization: ApiKey ${clubcollect.apiKey}'`
  const json = `-H 'Content-Type: application/json'`
  const steps: [string, string][] = [
    ['A member opens the invoice by its secret link', `curl -s ${url}${start.publicInvoicePath}`],
    [
      'The member asks a question about it',
      `curl -s ${url}${start.publicInvoicePath}/messages ${json} -d '{"message":"Is het shirt inbegrepen?"}'`,
    ],
    [
      'The club’s software finds it unanswered, through ClubCollect v2',
      `curl -s '${url}/api/v2/companies/${clubcollect.companyId}/tickets/unanswered?page_size=10' ${v2}`,
    ],
    [
      'and answers',
      `curl -s ${url}/api/v2/invoices/${start.clubcollectInvoiceId}/tickets ${v2} ${json} -d '{"message":"Ja, het shirt is inbegrepen."}'`,
    ],
    [
      'Another program sees the open ticket, through MijnKlantportaal v1',
      `curl -s '${url}/v1/tickets?per_page=5' ${v1}`,
    ],
    [
      'and closes it (the newest ticket is the member’s)',
      `curl -s -X PATCH ${url}/v1/tickets/$(curl -s '${url}/v1/tickets?per_page=1' ${v1} | grep -o 'tic_[0-9a-z]*') ${v1}`,
    ],
    [
      'The invoice is paid',
      `curl -s -X PATCH ${url}/v1/customer-invoices/${start.invoiceId} ${v1} ${json} -d '{"paidAt":"2026-11-20 14:00:00"}'`,
    ],
    [
      'and a moment later the payment is in the (fake) bookkeeping',
      `sleep 2; curl -s ${books.url}/${books.administrationId}/sales_invoices.json -H 'Authorization: Bearer ${books.token}'`,
    ],
    [
      'The club’s software sends an import: from here on it is collected',
      `curl -s -X PUT ${url}/api/v2/imports/${start.importId}/transmit ${v2}`,
    ],
    [
      'and the members get their requests',
      `sleep 5; curl -s ${url}/dev/mail.json | grep -o '"subject":"[^"]*"' | head -4`,
    ],
    [
      'Somebody pays from the club’s own page, by a signed start; this is where the bank asks them',
      `curl -s -o /dev/null -w '%{redirect_url}' '${signedStart(url, clubcollect)}'`,
    ],
  ]
  return steps.map(([what, command], index) => `# ${index + 1}. ${what}\n${command}; echo`).join('\n\n')
}

/** A payment without an invoice as a partner's page starts one, signed with their key; payers return to a registered host only. */
export function signedStart(
  url: string,
  { apiKey, companyId, redirectHost }: DemoCredentials['clubcollect'],
): string {
  const fields = new URLSearchParams({
    company_id: companyId,
    redirect_url: `http://${redirectHost}:${new URL(url).port}/docs`,
    last_name: 'Doe',
    amount_cents: '2500',
    payment_reference: 'Clubtas',
  })
  fields.set('signature', signatureOf(new Map(fields), apiKey))
  return `${url}/api/v2/payments/ideal?${fields.toString()}`
}
