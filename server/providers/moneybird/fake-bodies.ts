import { roundedDivision } from '../../kernel/money.ts'

/** `payment_response` of the published schema. Prices are decimal strings, ids strings of digits. */
export interface PaymentBody {
  id: string
  administration_id: string
  invoice_type: 'SalesInvoice'
  invoice_id: string
  financial_account_id: string | null
  user_id: string
  payment_transaction_id: null
  transaction_identifier: string | null
  price: string
  price_base: string
  payment_date: string
  credit_invoice_id: null
  financial_mutation_id: string | null
  ledger_account_id: string | null
  linked_payment_id: null
  manual_payment_action: string | null
  created_at: string
  updated_at: string
}

/** What the fake keeps of an invoice; all that it shows follows from this. */
export interface FakeInvoice {
  id: string
  administrationId: string
  invoiceNumber: string
  totalCents: number
  currency: string
  contactName: string
  createdAt: Date
  updatedAt: Date
  paidCents: number
  payments: PaymentBody[]
}

/** 36300 to `"363.0"`: as Moneybird prints amounts, at least one decimal and no zeros after it. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2).replace(/0$/, '')}`
}

/** Every attribute that the schema lets a new payment have. */
export const PAYMENT_FIELDS = [
  'payment_date',
  'price',
  'price_base',
  'financial_account_id',
  'financial_mutation_id',
  'transaction_identifier',
  'manual_payment_action',
  'ledger_account_id',
  'invoice_id',
]

/** `given` is what the request said of the payment, `cents` its price in the invoice's currency. */
export function paymentBody(
  invoice: FakeInvoice,
  id: string,
  given: Record<string, unknown>,
  cents: number,
  at: Date,
): PaymentBody {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : null)
  return {
    id,
    administration_id: invoice.administrationId,
    invoice_type: 'SalesInvoice',
    invoice_id: invoice.id,
    financial_account_id: text('financial_account_id'),
    user_id: '17731481239735',
    payment_transaction_id: null,
    transaction_identifier: text('transaction_identifier'),
    price: decimal(cents),
    price_base: text('price_base') ?? decimal(cents),
    payment_date: String(given.payment_date),
    credit_invoice_id: null,
    financial_mutation_id: text('financial_mutation_id'),
    ledger_account_id: text('ledger_account_id') ?? '481220994396062850',
    linked_payment_id: null,
    manual_payment_action: text('manual_payment_action'),
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
  }
}

const LEDGER_ACCOUNT = '481220994360411257'
const TAX_RATE = '481220994540766345'
const days = (from: Date, count: number) =>
  new Date(from.getTime() + count * 86_400_000).toISOString().slice(0, 10)

function contactBody(invoice: FakeInvoice) {
  const at = invoice.createdAt.toISOString()
  return {
    id: '481221143665050666',
    administration_id: invoice.administrationId,
    company_name: invoice.contactName,
    firstname: null,
    lastname: null,
    address1: 'Hoofdstraat 12',
    address2: null,
    zipcode: '1234AB',
    city: 'Amsterdam',
    country: 'NL',
    phone: '',
    delivery_method: 'Email',
    customer_id: 'customer-1',
    tax_number: null,
    chamber_of_commerce: null,
    bank_account: null,
    is_trusted: false,
    max_transfer_amount: null,
    attention: null,
    email: 'info@example.com',
    email_ubl: true,
    send_invoices_to_attention: null,
    send_invoices_to_email: 'info@example.com',
    send_estimates_to_attention: null,
    send_estimates_to_email: 'info@example.com',
    direct_debit: false,
    sepa_active: false,
    sepa_iban: null,
    sepa_sequence_type: 'RCUR',
    invoice_workflow_id: null,
    estimate_workflow_id: null,
    moneybird_payments_mandate: false,
    created_at: at,
    updated_at: at,
    version: Math.floor(invoice.createdAt.getTime() / 1000),
    notes: [],
    custom_fields: [],
    contact_people: [],
    archived: false,
  }
}

function eventBodies(invoice: FakeInvoice, paidAt: string | null) {
  const event = (action: string, at: string) => ({
    administration_id: invoice.administrationId,
    user_id: '17731481239735',
    action,
    link_entity_id: null,
    link_entity_type: null,
    data: {},
    created_at: at,
    updated_at: at,
  })
  const created = invoice.createdAt.toISOString()
  return [
    event('sales_invoice_created', created),
    event('sales_invoice_state_changed_to_open', created),
    ...invoice.payments.map((payment) => event('payment_registered', payment.created_at)),
    ...(paidAt ? [event('sales_invoice_state_changed_to_paid', invoice.updatedAt.toISOString())] : []),
  ]
}

export type SalesInvoiceBody = ReturnType<typeof salesInvoiceBody>

/**
 * `sales_invoice_response` of the published schema: one line of 21% VAT that makes up the total. `_base` amounts are
 * those of the invoice: the fake knows no exchange rates.
 */
export function salesInvoiceBody(invoice: FakeInvoice) {
  const unpaidCents = invoice.totalCents - invoice.paidCents
  const paidAt = unpaidCents <= 0 ? (invoice.payments.at(-1)?.payment_date ?? null) : null
  const excludingTax = Number(roundedDivision(BigInt(invoice.totalCents) * 100n, 121n))
  const createdAt = invoice.createdAt.toISOString()
  const updatedAt = invoice.updatedAt.toISOString()
  const excluding = decimal(excludingTax)
  const including = decimal(invoice.totalCents)
  const tax = decimal(invoice.totalCents - excludingTax)
  const url = `https://moneybird.example/${invoice.administrationId}/sales_invoices/${invoice.id}`
  return {
    id: invoice.id,
    administration_id: invoice.administrationId,
    contact_id: '481221143665050666',
    contact: contactBody(invoice),
    contact_person_id: null,
    contact_person: null,
    invoice_id: invoice.invoiceNumber,
    recurring_sales_invoice_id: null,
    subscription_id: null,
    workflow_id: '481220994833319054',
    document_style_id: '481220995099657368',
    identity_id: '481220994169570410',
    draft_id: null,
    state: paidAt ? ('paid' as const) : ('open' as const),
    invoice_date: createdAt.slice(0, 10),
    due_date: days(invoice.createdAt, 14),
    payment_conditions: null,
    payment_reference: null,
    short_payment_reference: null,
    reference: null,
    language: 'nl',
    currency: invoice.currency,
    discount: '0.0',
    original_sales_invoice_id: null,
    paused: false,
    paid_at: paidAt,
    sent_at: createdAt.slice(0, 10),
    created_at: createdAt,
    updated_at: updatedAt,
    public_view_code: null,
    public_view_code_expires_at: null,
    version: Math.floor(invoice.updatedAt.getTime() / 1000),
    details: [
      {
        id: `${invoice.id}1`,
        administration_id: invoice.administrationId,
        tax_rate_id: TAX_RATE,
        ledger_account_id: LEDGER_ACCOUNT,
        project_id: null,
        product_id: null,
        amount: '1 x',
        amount_decimal: '1.0',
        description: `Factuur ${invoice.invoiceNumber}`,
        price: including,
        period: null,
        row_order: 1,
        total_price_excl_tax_with_discount: excluding,
        total_price_excl_tax_with_discount_base: excluding,
        tax_report_reference: ['NL/1a'],
        mandatory_tax_text: null,
        created_at: createdAt,
        updated_at: createdAt,
      },
    ],
    payments: invoice.payments,
    total_paid: decimal(invoice.paidCents),
    total_unpaid: decimal(unpaidCents),
    total_unpaid_base: decimal(unpaidCents),
    prices_are_incl_tax: true,
    total_price_excl_tax: excluding,
    total_price_excl_tax_base: excluding,
    total_price_incl_tax: including,
    total_price_incl_tax_base: including,
    total_discount: '0.0',
    marked_dubious_on: null,
    marked_uncollectible_on: null,
    reminder_count: 0,
    next_reminder: paidAt ? null : days(invoice.createdAt, 14),
    original_estimate_id: null,
    url,
    payment_url: url,
    custom_fields: [],
    notes: [],
    attachments: [],
    events: eventBodies(invoice, paidAt),
    tax_totals: [
      {
        tax_rate_id: TAX_RATE,
        taxable_amount: excluding,
        taxable_amount_base: excluding,
        tax_amount: tax,
        tax_amount_base: tax,
      },
    ],
    time_entries: [],
  }
}
