import { Command } from 'commander'
import { listPlans, setPlan, type Plan } from '../domain/companies/plan.ts'
import { billPlans } from '../domain/platform-invoices/bill-plans.ts'
import {
  listAllPlatformInvoices,
  payPlatformInvoice,
} from '../domain/platform-invoices/pay-platform-invoice.ts'
import { invalid } from '../kernel/errors.ts'
import { formatCents, parseCents } from '../kernel/money.ts'
import { features as knownFeatures } from '../kernel/permissions.ts'
import { parseDateTime } from '../kernel/time.ts'
import { print, withDatabase } from './with-database.ts'

interface Json {
  json?: boolean
}

const shown = ({ monthlyPriceCents, ...plan }: Plan) => ({
  ...plan,
  monthlyPrice: formatCents(monthlyPriceCents),
})

function parsePrice(text: string): number {
  const cents = parseCents(text)
  if (cents === undefined || cents < 0)
    throw invalid('price', 'must be an amount in euros with at most two decimals, such as 12.95')
  return cents
}

export function plansCommand(): Command {
  const plans = new Command('plans').description('what companies may use, and what they are billed for it')
  plans
    .command('list')
    .description('every plan')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) => withDatabase(async (sql) => print(json, (await listPlans(sql)).map(shown))))
  plans
    .command('set <name>')
    .description('define a plan, or change what is given of one')
    .option('--features <features>', `separated by commas, all or none: ${knownFeatures.join(', ')}`)
    .option('--price <euros>', 'per month, before VAT; 0.00 is never billed')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, features, price }: Json & { features?: string; price?: string }) =>
      withDatabase(async (sql) => {
        const named = features?.split(',').flatMap((feature) => feature.trim() || [])
        const plan = await setPlan(sql, name, {
          ...(named === undefined
            ? {}
            : { features: features === 'all' ? [...knownFeatures] : features === 'none' ? [] : named }),
          ...(price === undefined ? {} : { monthlyPriceCents: parsePrice(price) }),
        })
        print(json, shown(plan))
      }),
    )
  plans
    .command('bill')
    .description('bill what is due now, as the monthly job does')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) =>
      withDatabase(async (sql) => print(json, { invoices: await billPlans(sql, new Date()) })),
    )
  const invoice = plans.command('invoice').description('the invoices to the companies')
  invoice
    .command('list')
    .description('the latest')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) =>
      withDatabase(async (sql) => {
        const invoices = await listAllPlatformInvoices(sql, 100)
        print(
          json,
          invoices.map(({ totalCents, ...rest }) => ({ ...rest, total: formatCents(totalCents) })),
        )
      }),
    )
  invoice
    .command('paid <number>')
    .description('note that an invoice is paid')
    .option('--at <date>', 'YYYY-mm-dd; now when left out')
    .option('--json', 'print the result as JSON')
    .action((number: string, { json, at }: Json & { at?: string }) =>
      withDatabase(async (sql) => {
        const paidAt = at === undefined ? new Date() : parseDateTime(at, 'UTC')
        if (!paidAt) throw invalid('at', 'must be a date that exists, as YYYY-mm-dd')
        await payPlatformInvoice(sql, number, paidAt)
        print(json, { number, paidAt: paidAt.toISOString() })
      }),
    )
  return plans
}
