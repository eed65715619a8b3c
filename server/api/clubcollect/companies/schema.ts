import Type from 'typebox'
import { brands, currencies } from '../../../domain/companies/profile.ts'
import { locales } from '../../../kernel/context.ts'

export const companyCountries = ['AT', 'BE', 'CH', 'DE', 'GB', 'IE', 'NL'] as const

const text = (example: string) => Type.String({ examples: [example] })
const optional = (example: string) => Type.Optional(text(example))

export const company = Type.Object(
  {
    company_id: text('a1f3216863ba5d5424dcbace46ab37be98d70c92'),
    name: text('Amsterdam Collectors FC'),
    brand: text('clubcollect'),
    email: text('admin@amscollectors.nl'),
    locale: text('nl'),
    address1: text('Sint Pieterspoortsteeg'),
    address2: text('2nd floor'),
    house_number: text('2'),
    zipcode: text('1012 HM'),
    city: text('Amsterdam'),
    country_code: text('NL'),
    currency: text('EUR'),
  },
  { $id: 'Company', description: 'An organisation that receives the money.' },
)

export const newCompany = Type.Object({
  name: text('Amsterdam Collectors FC'),
  brand: Type.Enum([...brands], { examples: ['clubcollect'] }),
  email: text('admin@amscollectors.nl'),
  locale: Type.Enum([...locales], { description: 'Default for members.', examples: ['nl'] }),
  country_code: Type.Enum([...companyCountries], {
    description: 'Where it is registered.',
    examples: ['NL'],
  }),
  currency: Type.Enum([...currencies], { examples: ['EUR'] }),
  address1: optional('Sint Pieterspoortsteeg'),
  address2: optional('2nd floor'),
  house_number: optional('2'),
  zipcode: optional('1012 HM'),
  city: optional('Amsterdam'),
  vat_percentage: Type.Optional(Type.Number({ minimum: 0, maximum: 100, examples: [21] })),
  partnership_page_url: optional('https://example.com/partnership'),
})
