import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { getCollectionProfile } from '../domain/collection/get-collection-profile.ts'
import { setCollectionProfile } from '../domain/collection/set-collection-profile.ts'
import { firstDues, type CompanyTerms, type FirstDue } from '../domain/installments/plan.ts'
import { getCompanyTerms, setCompanyTerms } from '../domain/installments/plan-terms.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

export function collectionCommand(): Command {
  const collection = new Command('collection').description('how a company collects its invoices')
  collection
    .command('profile <company>')
    .description('show what its imports are collected with, or change it; what is left out stays (JSON)')
    .option('--json <file>', 'a file of settings to change; - reads standard input')
    .option('--set <setting>', 'one setting, as in fees.latePaymentCents=500 or request2=null', collect, [])
    .action((name: string, { json, set }: { json?: string; set: string[] }) =>
      withDatabase(async (sql) => {
        const ctx = operatorCtx(sql, await companyNamed(sql, name))
        const fromFile: unknown =
          json === undefined ? {} : JSON.parse(await readFile(json === '-' ? '/dev/stdin' : json, 'utf8'))
        const changes = set.reduce<Record<string, unknown>>(withSetting, fromFile as Record<string, unknown>)
        const profile =
          json === undefined && set.length === 0
            ? await getCollectionProfile(ctx)
            : await setCollectionProfile(ctx, changes)
        console.log(JSON.stringify(profile, null, 2))
      }),
    )
  collection
    .command('terms <company>')
    .description('show the terms of its plans in installments, or change them; what is left out stays')
    .option('--first-due <when>', `of the first installment: ${firstDues.join(', ')}`)
    .option('--announce-days <days>', 'from the word about a debit to the debit: 0 to 30')
    .option('--holds-mandates <yes|no>', 'it has mandates on paper for the IBANs that its software brings')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, ...changes }: TermsOptions) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        const ctx = operatorCtx(sql, company)
        const terms =
          Object.keys(changes).length === 0
            ? await getCompanyTerms(ctx)
            : await setCompanyTerms(ctx, termsOf(changes))
        print(json, { company: company.name, ...terms })
      }),
    )
  return collection
}

interface TermsOptions {
  json?: boolean
  firstDue?: string
  announceDays?: string
  holdsMandates?: string
}

/** Throws a sentence. */
function termsOf({ firstDue, announceDays, holdsMandates }: TermsOptions): Partial<CompanyTerms> {
  if (holdsMandates !== undefined && !['yes', 'no'].includes(holdsMandates))
    throw new Error('--holds-mandates must be yes or no')
  return {
    ...(firstDue === undefined ? {} : { firstDue: firstDue as FirstDue }),
    ...(announceDays === undefined ? {} : { announceDays: Number(announceDays.trim() || NaN) }),
    ...(holdsMandates === undefined ? {} : { holdsMandates: holdsMandates === 'yes' }),
  }
}

const collect = (value: string, before: string[]): string[] => [...before, value]

/** `fees.latePaymentCents=500`: the value is JSON, or else a text. Throws a sentence. */
function withSetting(changes: Record<string, unknown>, setting: string): Record<string, unknown> {
  const [, path, text] = /^([\w.]+)=(.*)$/s.exec(setting) ?? []
  if (path === undefined || text === undefined) throw new Error(`--set takes name=value, not ${setting}`)
  const [name, inner, ...more] = path.split('.')
  if (more.length > 0) throw new Error(`there is no setting ${path}`)
  const value = parsed(text)
  if (inner === undefined) return { ...changes, [name!]: value }
  return { ...changes, [name!]: { ...(changes[name!] as object | undefined), [inner]: value } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
