import type { Invoice } from './invoice.ts'

/** Where an invoice's page is, below the public URL, in the form of `/api/v2`: its number tells the company too. */
export const invoicePagePath = ({ id, linkToken }: Pick<Invoice, 'id' | 'linkToken'>): string => {
  const company = Number(linkToken.slice(0, linkToken.indexOf('-')))
  const hex = id.replaceAll('-', '') + company.toString(16).padStart(8, '0')
  return `/public-invoice/${hex}/pay/${linkToken}`
}
