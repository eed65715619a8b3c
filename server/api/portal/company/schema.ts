import Type from 'typebox'
import { locales } from '../../../kernel/context.ts'
import { features } from '../../../kernel/permissions.ts'
import { ref } from '../../openapi.ts'
import { emailAddress } from '../sessions/schema.ts'

const detail = (description: string, example: string) =>
  Type.Union([Type.String({ examples: [example] }), Type.Null()], { description })

const locale = Type.Enum([...locales], {
  description: 'Of what customers get, where theirs is not known.',
  examples: ['nl'],
})
const timeZone = Type.String({ description: 'IANA name.', maxLength: 100, examples: ['Europe/Amsterdam'] })
const countryCode = Type.String({ description: 'ISO 3166-1 alpha-2.', maxLength: 2, examples: ['NL'] })

export const companySettings = Type.Object(
  {
    name: Type.String({ examples: ['Amsterdam Collectors FC'] }),
    email: Type.String({
      description: 'Where answers to mails go.',
      examples: ['penning@amscollectors.nl'],
    }),
    locale,
    currency: Type.String({ description: 'ISO 4217; stays as it is.', examples: ['EUR'] }),
    timeZone,
    address: detail('Street and number.', 'Sportlaan 1'),
    zipCode: detail('Postal code.', '1234 AB'),
    city: detail('Place.', 'Amsterdam'),
    countryCode,
    iban: detail('Where invoices are paid to, without spaces.', 'NL91ABNA0417164300'),
    bic: detail('Of the bank.', 'ABNANL2A'),
    vatNumber: detail('For VAT.', 'NL123456789B01'),
    cocNumber: detail('In the trade register.', '12345678'),
  },
  { $id: 'CompanySettings', description: 'What a company says of itself.' },
)

const text = (description: string, example: string) =>
  Type.Optional(
    Type.String({ description: `${description} Left out: none.`, maxLength: 500, examples: [example] }),
  )

export const newSettings = Type.Object({
  name: Type.String({ maxLength: 200, examples: ['Amsterdam Collectors FC'] }),
  email: emailAddress,
  locale,
  timeZone,
  countryCode,
  address: text('Street and number.', 'Sportlaan 1'),
  zipCode: text('Postal code.', '1234 AB'),
  city: text('Place.', 'Amsterdam'),
  iban: text('Where invoices are paid to.', 'NL91 ABNA 0417 1643 00'),
  bic: text('Of the bank.', 'ABNANL2A'),
  vatNumber: text('For VAT.', 'NL123456789B01'),
  cocNumber: text('In the trade register.', '12345678'),
})

const colour = (description: string) => Type.String({ description, examples: ['#1a4f8b'] })
const chosen = (description: string) => Type.Union([colour(description), Type.Null()])

export const palette = Type.Object(
  {
    accent: colour('Of buttons.'),
    onAccent: colour('Of text on it: black or white, whichever is read better.'),
    inkOnLight: colour('The accent as links have it on light pages: 4.5:1 at least.'),
    inkOnDark: colour('The accent as links have it on dark pages: 4.5:1 at least.'),
    band: chosen('Behind name and logo; null: nothing.'),
    onBand: chosen('Of text on the band.'),
  },
  { $id: 'Palette', description: 'What follows from two colours.' },
)

export const look = Type.Object(
  {
    accent: chosen('Of buttons and links; null: none of its own.'),
    band: chosen('Behind name and logo; null: none.'),
    logo: Type.Union([
      Type.Object({
        url: Type.String({ description: 'A path; it changes with the picture.' }),
        width: Type.Integer({ description: 'In pixels.' }),
        height: Type.Integer({ description: 'In pixels.' }),
      }),
      Type.Null(),
    ]),
    palette: ref(palette),
  },
  { $id: 'Look', description: 'What a company looks like to those who get its mails, pages and papers.' },
)

const newColour = (description: string, example: string) =>
  Type.Optional(Type.String({ description, maxLength: 20, examples: [example] }))

export const colours = Type.Object({
  accent: newColour('Of buttons and links; left out: none of its own.', '#1a4f8b'),
  band: newColour('Behind name and logo; left out: none.', '#ffffff'),
})

export const newLogo = Type.Object({
  image: Type.String({
    description: 'A PNG, JPEG or WebP of at most 300 kB and 2000 pixels either way, in base64.',
    maxLength: 420_000,
    examples: ['iVBORw0KGgo…'],
  }),
})

const feature = Type.Enum([...features])
const plan = {
  name: Type.String({ examples: ['complete'] }),
  features: Type.Array(feature),
  monthlyPrice: Type.String({ description: 'In euros, before VAT.', examples: ['49.00'] }),
  vatRate: Type.Number({ description: 'In percent.', examples: [21] }),
}

export const companyPlan = Type.Object(
  {
    ...plan,
    lacks: Type.Array(feature, { description: 'What the plan does not hold.' }),
    others: Type.Array(Type.Object(plan), {
      description:
        'Plans that hold some of it, the cheapest first. Who runs this installation moves a company.',
    }),
  },
  { $id: 'CompanyPlan', description: 'What a company may use.' },
)
