import Type, { type TSchema } from 'typebox'
import type { Days } from '../../../domain/reports/export-rows.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { operation } from '../operation.ts'

/** The file that an export answers with, as the OpenAPI document says it. */
const binary = Type.String({ format: 'binary' })
const file = {
  description: 'The file, made as it leaves. `X-Total-Rows` says how many rows it will have.',
  content: {
    'text/csv': { schema: binary },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: binary },
  },
} as never

export const daysOf = ({ from, to }: Days): Days => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** The declaration of an export's route. */
export const declared = <Body extends TSchema>(
  name: string,
  permission: Permission,
  body: Body,
  description: string,
) =>
  operation({
    id: `export-${name}`,
    tag: 'Exports',
    summary: `Export ${name === 'ageing' ? 'what is outstanding' : name === 'ledger' ? 'the ledger' : name}`,
    description,
    permission,
    body,
    response: file,
    errors: {
      422: 'A field is malformed, or there are more rows than a workbook holds.',
      429: 'Other exports are under way.',
    },
  })
