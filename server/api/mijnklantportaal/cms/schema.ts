import Type from 'typebox'
import { fieldTypes, sendMethods } from '../../../domain/cms/form.ts'

const nullable = <T extends Type.TSchema>(schema: T, description: string, example: unknown) =>
  Type.Union([schema, Type.Null()], { description, examples: [example] })

const id = (prefix: string, description: string) =>
  Type.String({ description, examples: [`${prefix}_abc12345def678`] })
const createdAt = Type.String({ description: 'ATOM.', examples: ['2025-11-19T21:00:00+02:00'] })
const authTypes = ['none', 'basic', 'header'] as const
const url = (description: string, example: string) =>
  Type.String({ minLength: 1, maxLength: 2000, description, examples: [example] })

const authType = Type.Object(
  { type: Type.Enum([...authTypes], { examples: ['basic'] }) },
  { description: 'What is sent to the endpoint; never shown again.' },
)

export const cmsPage = Type.Object(
  {
    id: id('pag', 'Starts with `pag_`.'),
    title: Type.String({ examples: ['Your savings'] }),
    blocks: Type.Array(
      Type.Object({
        type: Type.Enum(['text', 'dynamic'], { examples: ['dynamic'] }),
        html: nullable(Type.String(), 'Of a text block, sanitised.', null),
        url: nullable(Type.String(), 'Of a dynamic block.', 'https://example.com/savings'),
        auth: Type.Union([authType, Type.Null()], { description: 'Of a dynamic block.' }),
      }),
    ),
    createdAt,
  },
  { $id: 'CmsPage', description: 'A page that customers see.' },
)

export const renderedPage = Type.Object(
  {
    pageId: id('pag', 'The page.'),
    customerId: id('cst', 'Who sees it.'),
    title: Type.String({ examples: ['Your savings'] }),
    blocks: Type.Array(
      Type.Object({
        type: Type.Enum(['text', 'dynamic'], { examples: ['dynamic'] }),
        html: nullable(
          Type.String(),
          'Sanitised; null when there is a problem.',
          '<p>You have 12 points.</p>',
        ),
        problem: nullable(Type.String(), 'Why the block is not shown.', null),
      }),
    ),
  },
  { $id: 'CmsRenderedPage', description: 'A page as one customer sees it.' },
)

const formField = Type.Object({
  name: Type.String({ examples: ['age'] }),
  label: Type.String({ examples: ['Your age'] }),
  type: Type.Enum([...fieldTypes], { examples: ['number'] }),
  required: Type.Boolean({ examples: [true] }),
  options: Type.Array(Type.String(), { description: 'Of a choice.', examples: [[]] }),
})

export const cmsForm = Type.Object(
  {
    id: id('frm', 'Starts with `frm_`.'),
    title: Type.String({ examples: ['About you'] }),
    fields: Type.Array(formField),
    endpoint: Type.Union(
      [
        Type.Object({
          url: Type.String({ examples: ['https://example.com/forms'] }),
          method: Type.Enum([...sendMethods], { examples: ['POST'] }),
        }),
        Type.Null(),
      ],
      { description: 'Where it is sent; null: it is stored here.' },
    ),
    email: Type.Union([Type.String({ examples: ['desk@example.com'] }), Type.Null()], {
      description: 'Who gets a mail of what is stored.',
    }),
    prefill: Type.Union(
      [
        Type.Object({
          url: Type.String({ examples: ['https://example.com/forms/known'] }),
          method: Type.Enum(['GET', 'POST'], { examples: ['GET'] }),
        }),
        Type.Null(),
      ],
      { description: 'Where it is asked what the fields hold already.' },
    ),
    auth: authType,
    createdAt,
  },
  { $id: 'CmsForm', description: 'A form that customers fill in.' },
)

const formValues = Type.Unsafe<Record<string, string | number | boolean | null>>({
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
  description: 'By the names of the fields.',
  examples: [{ name: 'John Doe', age: 20, sex: 'male' }],
})

export const cmsSubmission = Type.Object(
  {
    id: id('fsu', 'Starts with `fsu_`.'),
    formId: id('frm', 'The form.'),
    customerId: id('cst', 'Who sent it.'),
    values: formValues,
    createdAt,
  },
  { $id: 'CmsSubmission', description: 'What a customer sent with a form.' },
)

export const cmsPrefill = Type.Object(
  { formId: id('frm', 'The form.'), customerId: id('cst', 'Who is to fill it in.'), values: formValues },
  { $id: 'CmsPrefill', description: 'What the fields of a form hold beforehand.' },
)

const auth = Type.Object(
  {
    type: Type.Enum([...authTypes], { examples: ['basic'] }),
    username: Type.Optional(Type.String({ maxLength: 200, description: 'Of `basic`.', examples: ['balie'] })),
    password: Type.Optional(
      Type.String({ maxLength: 1000, description: 'Of `basic`.', examples: ['s3cret'] }),
    ),
    value: Type.Optional(
      Type.String({
        maxLength: 4000,
        description: 'Of `header`: what the header `Authentication` holds.',
        examples: ['Bearer s3cret'],
      }),
    ),
  },
  { description: 'What the endpoint wants to see; stored sealed.', examples: [{ type: 'none' }] },
)

export const newPage = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, examples: ['Your savings'] }),
  blocks: Type.Array(
    Type.Object({
      type: Type.Enum(['text', 'dynamic'], { examples: ['dynamic'] }),
      html: Type.Optional(Type.String({ maxLength: 100_000, examples: ['<p>Hello</p>'] })),
      url: Type.Optional(url('Of a dynamic block: called with GET.', 'https://example.com/savings')),
      checksumKey: Type.Optional(
        Type.String({
          maxLength: 1000,
          description: 'Of a dynamic block: the key of its `X-Checksum`; stored sealed.',
          examples: ['OUJX2prdBbJxR77BZlGz'],
        }),
      ),
      auth: Type.Optional(auth),
    }),
    { maxItems: 20 },
  ),
})

export const newForm = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, examples: ['About you'] }),
  fields: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 100, examples: ['age'] }),
      label: Type.Optional(Type.String({ maxLength: 200, examples: ['Your age'] })),
      type: Type.Optional(
        Type.Enum([...fieldTypes], { description: 'Left out: `text`.', examples: ['number'] }),
      ),
      required: Type.Optional(Type.Boolean({ examples: [true] })),
      options: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
          maxItems: 100,
          examples: [['male', 'female']],
        }),
      ),
    }),
    { minItems: 1, maxItems: 100 },
  ),
  endpoint: Type.Optional(
    Type.Object(
      {
        url: url('Where it is sent.', 'https://example.com/forms'),
        method: Type.Optional(
          Type.Enum([...sendMethods], {
            description: 'Left out: `POST`. With `GET` the fields are the query.',
            examples: ['POST'],
          }),
        ),
      },
      { description: 'Left out: what is sent is stored here.' },
    ),
  ),
  email: Type.Optional(
    Type.String({
      format: 'email',
      maxLength: 254,
      description: 'Who gets a mail of what is stored here; left out where there is an endpoint.',
      examples: ['desk@example.com'],
    }),
  ),
  prefill: Type.Optional(
    Type.Object({
      url: url('Where it is asked what the fields hold already.', 'https://example.com/forms/known'),
      method: Type.Optional(
        Type.Enum(['GET', 'POST'], { description: 'Left out: `GET`.', examples: ['GET'] }),
      ),
    }),
  ),
  auth: Type.Optional(auth),
})

export const newSubmission = Type.Object({
  customerId: Type.String({ examples: ['cst_abc12345def678'] }),
  values: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    description: 'By the names of the fields; others are discarded.',
    examples: [{ name: 'John Doe', age: 20, sex: 'male' }],
  }),
})

export const customerQuery = Type.Object({
  customerId: Type.String({ description: 'Starts with `cst_`.', examples: ['cst_abc12345def678'] }),
})
