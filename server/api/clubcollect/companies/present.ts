import type { CompanyProfile } from '../../../domain/companies/profile.ts'
import type { Company } from '../../../kernel/context.ts'
import { encodeId } from '../ids.ts'

type Shown = Pick<CompanyProfile, 'name' | 'brand' | 'email' | 'locale' | 'countryCode' | 'currency'> &
  Partial<CompanyProfile>

export const presentCompany = ({ companyId, id }: Company, profile: Shown) => ({
  company_id: encodeId(companyId, id),
  name: profile.name,
  brand: profile.brand,
  email: profile.email,
  locale: profile.locale,
  address1: profile.address ?? '',
  address2: profile.address2 ?? '',
  house_number: profile.houseNumber ?? '',
  zipcode: profile.zipCode ?? '',
  city: profile.city ?? '',
  country_code: profile.countryCode,
  currency: profile.currency,
})
