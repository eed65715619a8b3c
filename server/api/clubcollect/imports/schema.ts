import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { pageObject } from '../paging.ts'

export const importBatch = Type.Object(
  {
    company_id: Type.String({ examples: ['477b4e18deb43367449d1ca74dc7f67b91e68ad3'] }),
    import_id: Type.String({ examples: ['a1f3216863ba5d5424dcbace46ab37be98d70c92'] }),
    title: Type.Union([Type.String(), Type.Null()], { examples: ['Membership fees 2016/02'] }),
    transmitted: Type.Boolean({ examples: [false] }),
    transmitted_at: Type.Union([Type.String(), Type.Null()], {
      description: 'ISO 8601.',
      examples: ['2017-05-16T08:57:02Z'],
    }),
    prepaid_amount_cents: Type.Integer({ examples: [0] }),
    prepaid_amount_currency: Type.String({ examples: ['EUR'] }),
    settled_amount_cents: Type.Integer({ examples: [0] }),
    settled_amount_currency: Type.String({ examples: ['EUR'] }),
    expected_invoices_count: Type.Integer({ examples: [0] }),
    invoice_ids: Type.Array(Type.String()),
  },
  { $id: 'Import', description: 'A batch of invoices that are sent together.' },
)

const { company_id, import_id, title, transmitted, transmitted_at } = importBatch.properties

export const importList = Type.Object(
  {
    imports: Type.Array(Type.Object({ company_id, import_id, title, transmitted, transmitted_at })),
    page: ref(pageObject),
  },
  { description: 'A page of imports.' },
)

const expected_invoices_count = Type.Optional(
  Type.String({
    description: 'How many invoices are to be expected; a number is accepted too.',
    examples: ['3'],
  }),
)

export const newImport = Type.Object({
  company_id,
  title: Type.Optional(Type.String({ examples: ['Membership fees 2016/02'] })),
  expected_invoices_count,
})

export const changedImport = Type.Object({ expected_invoices_count })
