import Type, { type TObject, type TSchema, type TString } from 'typebox'
import type { Permission } from '../../kernel/permissions.ts'
import { ref } from '../openapi.ts'
import { paymentRefusal } from './payments/schema.ts'

export const apiError = Type.Object(
  { error: Type.String({ description: 'One code.', examples: ['invalid_invoice_id'] }) },
  {
    $id: 'Error',
    description: 'Why a request was refused. The header x-error-message has it as a sentence.',
  },
)

declare module 'fastify' {
  interface FastifyContextConfig {
    pluralErrors?: boolean
  }
}

/** Documented refusals: status and the codes that may stand in it. */
type Refusals = Partial<Record<404 | 422, string[]>>

interface Operation<Params extends Record<string, string>, Query extends TSchema, Response extends TSchema> {
  id: string
  tag: string
  summary: string
  description: string
  /** Left out of signed operations. */
  permission?: Permission
  /** Takes a signature in place of the header: anyone may call it, and its 422 has more than one code. */
  signed?: true
  /** It answers 302, and this says where to. */
  redirects?: string
  params?: Params
  querystring?: Query
  /** For the document only: the rules are checked after the ids, by `parse`. */
  body?: TSchema
  /** Left out: 204 without a body. */
  response?: Response
  errors: Refusals
  /** Its 404 says `errors` where all others say `error`, as documented. */
  pluralErrors?: boolean
}

const refusal = (description: string, schema: TSchema = ref(apiError)) => ({
  description,
  content: { 'application/json': { schema } },
})

function successOf({ response, redirects }: { response?: TSchema; redirects?: string }) {
  if (redirects !== undefined) return { 302: { description: redirects, type: 'null' } }
  return response ? { 200: response } : { 204: { description: 'Done.', type: 'null' } }
}

/** The declaration of a route: what it takes and gives, what it may refuse, whom it serves. */
export function operation<
  const Params extends Record<string, string> = Record<string, never>,
  Query extends TSchema = never,
  Response extends TSchema = TSchema,
>(given: Operation<Params, Query, Response>) {
  const params = Type.Object(
    Object.fromEntries(
      Object.entries(given.params ?? {}).map(([name, description]) => [name, Type.String({ description })]),
    ),
  ) as TObject<{ [Name in keyof Params]: TString }>
  return {
    config: {
      ...(given.permission ? { permission: given.permission } : {}),
      ...(given.signed ? { open: true } : {}),
      ...(given.pluralErrors ? { pluralErrors: true } : {}),
    },
    schema: {
      operationId: given.id,
      ...(given.signed ? { security: [] } : {}),
      tags: [given.tag],
      summary: given.summary,
      description: given.description,
      ...(given.params ? { params } : {}),
      ...(given.querystring ? { querystring: given.querystring } : {}),
      ...(given.body ? { body: given.body } : {}),
      response: {
        ...successOf(given),
        ...(given.signed ? {} : { 401: refusal('`unauthorized`: the key is missing or invalid.') }),
        ...Object.fromEntries(
          Object.entries(given.errors).map(([status, codes]) => [
            status,
            refusal(
              codes.map((code) => `\`${code}\``).join(', '),
              given.pluralErrors && status === '404'
                ? Type.Object({ errors: Type.String() })
                : given.signed
                  ? ref(paymentRefusal)
                  : undefined,
            ),
          ]),
        ),
        429: refusal('`rate_limited`: see the header Retry-After.'),
      },
    } as unknown as {
      params: typeof params
      querystring: Query
      response: { 200: Response }
    },
  }
}
