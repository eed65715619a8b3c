import { Command } from 'commander'
import { changePlan } from '../domain/companies/change-plan.ts'
import { createCompany } from '../domain/companies/create-company.ts'
import { letAppointmentsOverlap } from '../domain/companies/let-appointments-overlap.ts'
import { listCompanies } from '../domain/companies/list-companies.ts'
import { setCompanyDetails, type CompanyDetails } from '../domain/companies/set-company-details.ts'
import type { Locale } from '../kernel/context.ts'
import { companyNamed, operator, operatorCtx, print, withDatabase } from './with-database.ts'

interface CreateOptions {
  json?: boolean
  email: string
  plan: string
  locale: Locale
  country: string
  currency: string
  timeZone: string
}

export function companiesCommand(): Command {
  const companies = new Command('companies').description('the tenants')
  companies
    .command('create <name>')
    .description('open a company')
    .requiredOption('--email <address>', 'where the company is reached')
    .option('--plan <plan>', 'basic or complete', 'complete')
    .option('--locale <locale>', 'nl, en, de, fr or it', 'nl')
    .option('--country <code>', 'ISO 3166-1 alpha-2', 'NL')
    .option('--currency <code>', 'EUR, GBP or CHF', 'EUR')
    .option('--time-zone <name>', 'IANA name', 'Europe/Amsterdam')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, country, ...options }: CreateOptions) =>
      withDatabase(async (sql) => {
        const company = await createCompany(sql, operator, new Date(), {
          name,
          countryCode: country,
          ...options,
        })
        print(json, { number: company.companyId, id: company.id, name: company.name })
      }),
    )
  companies
    .command('plan <company> <plan>')
    .description('move a company (number, UUID or name) to another plan')
    .option('--json', 'print the result as JSON')
    .action((name: string, plan: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        await changePlan(operatorCtx(sql, company), plan)
        print(json, { number: company.companyId, name: company.name, plan })
      }),
    )
  companies
    .command('appointments <company> <rule>')
    .description(
      'one-at-a-time (as it is at first) or overlapping: whether appointments may be in each other’s time',
    )
    .option('--json', 'print the result as JSON')
    .action((name: string, rule: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        if (rule !== 'one-at-a-time' && rule !== 'overlapping')
          throw new Error('the rule must be one-at-a-time or overlapping')
        const company = await companyNamed(sql, name)
        await letAppointmentsOverlap(operatorCtx(sql, company), rule === 'overlapping')
        print(json, { number: company.companyId, name: company.name, appointments: rule })
      }),
    )
  companies
    .command('details <company>')
    .description('what a company says of itself on invoices and offers; "" takes a detail away')
    .option('--address <address>', 'street and number')
    .option('--zip-code <code>')
    .option('--city <city>')
    .option('--iban <iban>', 'where it is paid; invoices in euros then bear a QR code for it')
    .option('--bic <bic>', 'of its bank')
    .option('--vat-number <number>', 'with the letters of its country')
    .option('--coc-number <number>', 'in the trade register')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, ...details }: CompanyDetails & { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        print(json, { ...(await setCompanyDetails(operatorCtx(sql, company), details)) })
      }),
    )
  companies
    .command('list')
    .description('every company')
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listCompanies(sql)).map((company) => ({ ...company })),
        ),
      ),
    )
  return companies
}
