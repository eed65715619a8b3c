import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { insertEvent } from '../events/event.ts'
import { getLetterhead, type Letterhead } from './letterhead.ts'

/** Left out: stays as it is. Empty: is taken away. The address has street and number. */
export type CompanyDetails = Partial<
  Record<'address' | 'zipCode' | 'city' | 'iban' | 'bic' | 'vatNumber' | 'cocNumber', string>
>

const LONGEST = 200

/** What is stored for what was given. Throws `invalid`, naming the field. */
function clean(field: keyof CompanyDetails, given: string): string | null {
  const text = given.trim()
  if (text === '') return null
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  if (field === 'iban') {
    const iban = electronicFormatIBAN(text)
    if (iban === null || !isValidIBAN(iban)) throw invalid(field, 'must be an IBAN')
    return iban
  }
  if (field === 'bic') {
    if (!isValidBIC(compact)) throw invalid(field, 'must be a BIC, of 8 or 11 characters')
    return compact
  }
  if (field === 'vatNumber') {
    // As VIES has them: the country's two letters, then 2 to 13 letters and digits (Ireland: also + and *).
    if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(compact))
      throw invalid(field, 'must be a VAT number that begins with its country, such as NL123456789B01')
    return compact
  }
  if (text.length > LONGEST || /\p{Cc}/u.test(text))
    throw invalid(field, `must be one line of at most ${LONGEST} characters`)
  return text
}

/** Sets what the company says of itself on invoices and offers, and where it is paid. Throws `invalid`. */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator; changeCompanySettings has asked
export async function setCompanyDetails(ctx: Ctx, details: CompanyDetails): Promise<Letterhead> {
  const before = await getLetterhead(ctx)
  const given = Object.fromEntries(
    (Object.entries(details) as [keyof CompanyDetails, string | undefined][]).flatMap(([field, text]) =>
      text === undefined ? [] : [[field, clean(field, text)]],
    ),
  ) as Partial<Record<keyof CompanyDetails, string | null>>
  const after = { ...before, ...given }
  const text = (column: string, field: keyof CompanyDetails) => ctx.sql`
    ${ctx.sql(column)} = case when ${field in given} then ${given[field] ?? null}::text else ${ctx.sql(column)} end`
  await ctx.sql`
    with company as (
      update companies
         set ${text('address', 'address')}, ${text('zip_code', 'zipCode')}, ${text('city', 'city')},
             ${text('iban', 'iban')}, ${text('bic', 'bic')}, ${text('vat_number', 'vatNumber')},
             ${text('coc_number', 'cocNumber')},
             house_number = case when ${'address' in given} then null else house_number end
       where company_id = ${ctx.company.companyId}
      returning company_id, id, ${ctx.sql.json(before as never)}::jsonb as before, ${ctx.sql.json(after)}::jsonb as after
    ), event as (${insertEvent(ctx, 'company.details_changed')} from company)
    select 1`
  return after
}
