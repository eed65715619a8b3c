import { isTest, moduleOf, placeOf } from './place.js'
import { textOf, writesOf } from './sql.js'

/** The folder that writes a table. A new table gets a line here; `null`: its triggers do, nobody else. */
const owners = {
  companies: 'server/domain/companies',
  plans: 'server/domain/companies',
  api_keys: 'server/domain/access',
  api_key_uses: 'server/domain/access',
  privacy_requests: 'server/domain/privacy',
  partners: 'server/domain/access',
  partner_keys: 'server/domain/access',
  partner_companies: 'server/domain/access',
  partner_redirect_hosts: 'server/domain/access',
  partner_payments: 'server/domain/partner-payments',
  partner_payment_notices: 'server/domain/notifications',
  partner_endpoints: 'server/domain/notifications',
  partner_changes: 'server/domain/notifications',
  partner_requests: 'server/domain/notifications',
  customer_groups: 'server/domain/customer-groups',
  customer_group_members: 'server/domain/customer-groups',
  punch_cards: 'server/domain/punch-cards',
  issued_punch_cards: 'server/domain/punch-cards',
  punch_card_sales: 'server/domain/punch-cards',
  punch_card_invoice_numbers: 'server/domain/punch-cards',
  agreements: 'server/domain/agreements',
  agreement_signers: 'server/domain/agreements',
  agreement_documents: 'server/domain/agreements',
  agreement_codes: 'server/domain/agreements',
  platform_invoices: 'server/domain/platform-invoices',
  platform_invoice_lines: 'server/domain/platform-invoices',
  platform_billing_months: 'server/domain/platform-invoices',
  platform_invoice_numbers: 'server/domain/platform-invoices',
  subscriptions: 'server/domain/subscriptions',
  subscription_periods: 'server/domain/subscriptions',
  subscription_invoice_numbers: 'server/domain/subscriptions',
  subscription_packages: 'server/domain/subscription-packages',
  pending_sign_ups: 'server/domain/subscription-packages',
  customers: 'server/domain/customers',
  batches: 'server/domain/batches',
  invoices: 'server/domain/invoices',
  invoice_lines: 'server/domain/invoices',
  invoice_views: 'server/domain/invoice-views',
  invoice_bulks: 'server/domain/invoice-bulks',
  invoice_bulk_items: 'server/domain/invoice-bulks',
  plan_terms: 'server/domain/installments',
  installment_plans: 'server/domain/installments',
  installments: 'server/domain/installments',
  mandates: 'server/domain/mandates',
  contact_changes: 'server/domain/invoices',
  collection_profiles: 'server/domain/collection',
  batch_settings: 'server/domain/collection',
  collections: 'server/domain/collection',
  collection_holds: 'server/domain/collection',
  line_disputes: 'server/domain/collection',
  letter_runs: 'server/domain/collection',
  collection_messages: 'server/domain/collection',
  sms_connections: 'server/domain/sms',
  offers: 'server/domain/offers',
  offer_lines: 'server/domain/offers',
  tickets: 'server/domain/tickets',
  ticket_messages: 'server/domain/tickets',
  ticket_notes: 'server/domain/tickets',
  ticket_reads: 'server/domain/tickets',
  ticket_merges: 'server/domain/tickets',
  ticket_words: 'server/domain/tickets',
  canned_answers: 'server/domain/tickets',
  inbox_changes: 'server/domain/tickets',
  inbox_listeners: 'server/domain/tickets',
  inbox_presence: 'server/domain/tickets',
  appointments: 'server/domain/appointments',
  mails: 'server/domain/mails',
  mail_report_address: 'server/domain/mails',
  documents: 'server/domain/documents',
  document_uploads: 'server/domain/documents',
  files: 'server/domain/files',
  file_requests: 'server/domain/file-requests',
  requested_files: 'server/domain/file-requests',
  file_shares: 'server/domain/file-shares',
  file_share_content: 'server/domain/file-shares',
  ticket_attachments: 'server/domain/tickets',
  events: 'server/domain/events',
  oauth_apps: 'server/domain/oauth',
  oauth_grants: 'server/domain/oauth',
  oauth_access_tokens: 'server/domain/oauth',
  oauth_refresh_tokens: 'server/domain/oauth',
  consent_codes: 'server/domain/oauth',
  cms_pages: 'server/domain/cms',
  cms_forms: 'server/domain/cms',
  form_submissions: 'server/domain/cms',
  idempotency_keys: 'server/domain/idempotency',
  webhooks: 'server/domain/webhooks',
  webhook_deliveries: 'server/domain/webhooks',
  webhook_attempts: 'server/domain/webhooks',
  bookkeeping_connections: 'server/domain/bookkeeping',
  bookkeeping_updates: 'server/domain/bookkeeping',
  payment_connections: 'server/domain/payments',
  payouts: 'server/domain/payouts',
  payout_entries: 'server/domain/payouts',
  payout_looks: 'server/domain/payouts',
  payments: 'server/domain/payments',
  payment_entries: 'server/domain/payments',
  payment_links: 'server/domain/payment-links',
  sandbox_payments: 'server/providers/sandbox',
  company_logos: 'server/domain/companies',
  users: 'server/domain/staff',
  user_passkeys: 'server/domain/staff',
  passkey_challenges: 'server/domain/staff',
  user_recovery_codes: 'server/domain/staff',
  user_sessions: 'server/domain/staff',
  memberships: 'server/domain/staff',
  invitations: 'server/domain/staff',
  password_links: 'server/domain/staff',
  staff_attempts: 'server/domain/staff',
  customer_login_links: 'server/domain/customer-portal',
  customer_sessions: 'server/domain/customer-portal',
  customer_contact_changes: 'server/domain/customer-portal',
  live_workers: 'server/jobs',
  page_counts: null,
  migrations: 'server/database',
}

function refusal({ verb, table }, place) {
  if (table === '${}') return 'The table of a write stands in the text, not in an interpolation.'
  const owner = owners[table]
  if (owner === undefined)
    return `Nobody owns the table ${table}: name its module in lint/rules/owner-writes.js.`
  if (owner === null) return `${table} is written by its triggers only.`
  if (place.startsWith(`${owner}/`)) return undefined
  if (table === 'events' && verb === 'insert' && moduleOf(place)) return undefined
  return `Only ${owner} writes ${table}: call its verb, join its fragment, or disable this line with a reason.`
}

export const ownerWrites = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context)
    if (!place.startsWith('server/') || isTest(place)) return {}

    function check(node, text) {
      const refusals = new Set(writesOf(text).map((write) => refusal(write, place)))
      for (const message of refusals) if (message) context.report({ node, message })
    }

    return {
      TaggedTemplateExpression: (node) => check(node, textOf(node.quasi)),
      CallExpression(node) {
        const method = node.callee.type === 'MemberExpression' && node.callee.property.name
        if (method !== 'unsafe' && method !== 'query') return
        const [text] = node.arguments
        if (text?.type === 'TemplateLiteral') check(node, textOf(text))
        else if (typeof text?.value === 'string') check(node, text.value)
        else if (method === 'unsafe' && !place.startsWith('server/database/'))
          context.report({
            node,
            message: 'SQL that is not a literal cannot be checked: only server/database runs such.',
          })
      },
    }
  },
}
