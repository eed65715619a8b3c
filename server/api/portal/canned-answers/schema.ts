import Type from 'typebox'
import { placeholders } from '../../../domain/tickets/canned-answer.ts'
import { ref } from '../../openapi.ts'
import { instant } from '../sessions/schema.ts'

export const cannedAnswer = Type.Object(
  {
    id: Type.String({ examples: ['can_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ description: 'What it is found by.' }),
    html: Type.String({ description: 'Sanitised; with placeholders such as `{{name}}`.' }),
    changedAt: instant,
  },
  { $id: 'CannedAnswer', description: 'An answer that is given often.' },
)

export const cannedAnswers = Type.Object({ data: Type.Array(ref(cannedAnswer)) }, { description: 'By name.' })

export const newCannedAnswer = Type.Object({
  name: Type.String({
    description: 'What it is found by.',
    minLength: 1,
    maxLength: 100,
    examples: ['Pay in parts'],
  }),
  message: Type.String({
    description: `Plain text or HTML. Placeholders: ${placeholders.map((name) => `\`{{${name}}}\``).join(', ')}.`,
    examples: ['<p>Dear {{name}}, of invoice {{invoiceNumber}} {{outstanding}} is left to pay.</p>'],
  }),
})

export const filledAnswer = Type.Object(
  {
    html: Type.String(),
    missing: Type.Array(Type.Enum([...placeholders]), { description: 'Placeholders that are there still.' }),
  },
  { description: 'The answer, filled in.' },
)
