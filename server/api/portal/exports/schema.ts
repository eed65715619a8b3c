import Type from 'typebox'
import { chosenStates } from '../../../domain/invoices/invoice-choice.ts'
import { locales } from '../../../kernel/context.ts'
import { csvStyles, type CsvStyle } from '../../../rendering/tables/csv.ts'

export const formats = ['csv', 'xlsx'] as const

const form = {
  format: Type.Enum([...formats], { examples: ['csv'] }),
  language: Type.Optional(
    Type.Enum([...locales], {
      description: 'Of the headings; the company’s when left out.',
      examples: ['nl'],
    }),
  ),
  separators: Type.Optional(
    Type.Enum(Object.keys(csvStyles) as CsvStyle[], {
      description:
        'Of CSV: `comma` is `a,b` and `12.95`, `semicolon` is `a;b` and `12,95`. That of the language when left out.',
      examples: ['semicolon'],
    }),
  ),
}
const day = (description: string) =>
  Type.Optional(Type.String({ description, maxLength: 10, examples: ['2026-01-01'] }))
const days = { from: day('The first day; from the beginning when left out.'), to: day('The last day.') }

export const daysExport = Type.Object({ ...form, ...days })

export const ageingExport = Type.Object({
  ...form,
  asOf: day('The day, at whose end it is looked at; today when left out.'),
})

export const invoicesExport = Type.Object({
  ...form,
  ...days,
  state: Type.Optional(
    Type.Enum([...chosenStates], { description: '`open` includes what is overdue.', examples: ['open'] }),
  ),
  importId: Type.Optional(
    Type.String({
      description: 'Of that import only.',
      maxLength: 50,
      examples: ['imp_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    }),
  ),
  customerId: Type.Optional(
    Type.String({
      description: 'Of that customer only.',
      maxLength: 50,
      examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    }),
  ),
  q: Type.Optional(
    Type.String({
      description: 'Beginnings of words; all of them must be there.',
      maxLength: 200,
      examples: ['doe'],
    }),
  ),
  dueFrom: day('Due on that day or later.'),
  dueTo: day('Due on that day or earlier.'),
})
