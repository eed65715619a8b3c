import type { Ctx } from '../../kernel/context.ts'

/** What a company says of itself on paper, and where it is paid. */
export interface Letterhead {
  name: string
  email: string
  /** Street and number. */
  address: string | null
  zipCode: string | null
  city: string | null
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  /** Without spaces. */
  iban: string | null
  bic: string | null
  vatNumber: string | null
  /** In the trade register. */
  cocNumber: string | null
}

/** The company's own. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked to read what it stands on
export async function getLetterhead(ctx: Ctx): Promise<Letterhead> {
  const [letterhead] = await ctx.sql<[Letterhead]>`
    select name, email, nullif(concat_ws(' ', address, house_number), '') as address, zip_code as "zipCode", city, country_code as "countryCode", iban, bic,
           vat_number as "vatNumber", coc_number as "cocNumber"
      from companies where company_id = ${ctx.company.companyId}`
  return letterhead
}
