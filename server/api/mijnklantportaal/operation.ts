import Type, { type TObject, type TSchema, type TString } from 'typebox'
import type { Feature, Permission } from '../../kernel/permissions.ts'
import { holdsFile } from '../file-field.ts'
import { ref } from '../openapi.ts'
import { apiError, rateLimitError } from './errors.ts'

const meanings = {
  404: 'There is no record for the given ID.',
  409: 'The record is not in a state that allows this.',
  422: 'There is something wrong with the posted data, or the record is in that state already.',
  503: 'The software of the company did not answer as it should.',
  426: 'The feature is not included in the current license.',
} as const

interface Operation<
  Params extends Record<string, string>,
  Body extends TSchema,
  Query extends TSchema,
  Response extends TSchema,
> {
  id: string
  tag: string
  summary: string
  description: string
  permission: Permission
  /** Answers 426 when the plan lacks it. */
  feature?: Feature
  /** Path parameters and what they are. */
  params?: Params
  querystring?: Query
  /** With a `fileField` in it: multipart/form-data. */
  body?: Body
  /** A body of files that may also come as JSON, without them. */
  alsoJson?: boolean
  response: Response
  /** What it answers holds a secret. */
  secret?: boolean
  /** Answers 201. */
  created?: boolean
  /** Documented refusals, beside 401, 403 and 429, which every operation has. */
  errors?: (keyof typeof meanings)[]
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref(apiError) } },
})

/** The declaration of a route: what it takes and gives, what it may refuse, whom it serves. */
export function operation<
  const Params extends Record<string, string> = Record<string, never>,
  Body extends TSchema = never,
  Query extends TSchema = never,
  Response extends TSchema = TSchema,
>(given: Operation<Params, Body, Query, Response>) {
  const scope = given.permission.replace(':', '.')
  const params = Type.Object(
    Object.fromEntries(
      Object.entries(given.params ?? {}).map(([name, description]) => [name, Type.String({ description })]),
    ),
  ) as TObject<{ [Name in keyof Params]: TString }>
  return {
    config: {
      permission: given.permission,
      ...(given.feature ? { feature: given.feature } : {}),
      ...(given.secret ? { secret: true } : {}),
    },
    schema: {
      operationId: given.id,
      tags: [given.tag],
      summary: given.summary,
      description: `${given.description} Needs the scope \`${scope}\`.`,
      ...(given.params ? { params } : {}),
      ...(given.querystring ? { querystring: given.querystring } : {}),
      ...(given.body ? { body: given.body } : {}),
      ...(holdsFile(given.body)
        ? { consumes: ['multipart/form-data', ...(given.alsoJson ? ['application/json'] : [])] }
        : {}),
      response: {
        [given.created ? 201 : 200]: given.response,
        401: refusal('The API key is missing or invalid.'),
        403: refusal(`The API key lacks the scope \`${scope}\`.`),
        ...Object.fromEntries(
          [...(given.errors ?? []), ...(given.feature ? ([426] as const) : [])].map((status) => [
            status,
            refusal(meanings[status]),
          ]),
        ),
        429: {
          description: 'Too many requests.',
          content: { 'application/json': { schema: ref(rateLimitError) } },
        },
      },
    } as unknown as {
      params: typeof params
      body: Body
      querystring: Query
      response: { 200: Response; 201: Response }
    },
  }
}
