import Type, { type TObject, type TSchema, type TString } from 'typebox'
import type { Feature, Permission } from '../../kernel/permissions.ts'
import { ref } from '../openapi.ts'
import { apiError } from './errors.ts'

/** Refusals of its own: status, and when. */
type Refusals = Partial<Record<401 | 404 | 409 | 422 | 429 | 503, string>>

interface Operation<
  Params extends Record<string, string>,
  Query extends TSchema,
  Body extends TSchema,
  Response extends TSchema,
> {
  id: string
  tag: string
  summary: string
  description: string
  /** Whom it serves: those of the staff with this permission, or anybody who comes from our own pages. */
  permission: Permission | 'anybody'
  /** Serves customers who came by a mailed link instead of the staff. */
  customer?: boolean
  feature?: Feature
  params?: Params
  querystring?: Query
  body?: Body
  /** Left out: 204 without a body. */
  response?: Response
  errors?: Refusals
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref(apiError) } },
})

const ofStaff = {
  401: refusal('Nobody is signed in.'),
  403: refusal('The role does not allow it, or the request came from another site.'),
  429: refusal('Too many requests.'),
}
const ofCustomers = {
  401: refusal('No customer is signed in.'),
  403: refusal('The request came from another site.'),
  429: refusal('Too many requests.'),
}
const ofAnybody = {
  403: refusal('The request came from another site.'),
  429: refusal('That was tried too often; the header Retry-After says until when.'),
}

/** The declaration of a route of the staff's: what it takes and gives, what it may refuse, whom it serves. */
export function operation<
  const Params extends Record<string, string> = Record<string, never>,
  Query extends TSchema = never,
  Body extends TSchema = never,
  Response extends TSchema = TSchema,
>(given: Operation<Params, Query, Body, Response>) {
  const { permission, feature } = given
  const params = Type.Object(
    Object.fromEntries(
      Object.entries(given.params ?? {}).map(([name, description]) => [name, Type.String({ description })]),
    ),
  ) as TObject<{ [Name in keyof Params]: TString }>
  const open = permission === 'anybody'
  return {
    config: open
      ? { open: true, ownPages: true }
      : {
          permission,
          ...(given.customer ? { customer: true } : {}),
          ...(feature === undefined ? {} : { feature }),
        },
    schema: {
      operationId: given.id,
      tags: [given.tag],
      summary: given.summary,
      description: given.description,
      ...(given.params ? { params } : {}),
      ...(given.querystring ? { querystring: given.querystring } : {}),
      ...(given.body ? { body: given.body } : {}),
      response: {
        ...(given.response ? { 200: given.response } : { 204: { description: 'Done.', type: 'null' } }),
        ...(open ? ofAnybody : given.customer ? ofCustomers : ofStaff),
        ...(given.querystring && !given.errors?.[422] ? { 422: refusal('A parameter is malformed.') } : {}),
        ...(given.body && !given.errors?.[422] ? { 422: refusal('A field is missing or malformed.') } : {}),
        ...Object.fromEntries(
          Object.entries(given.errors ?? {}).map(([status, when]) => [status, refusal(when)]),
        ),
      } as unknown as { 200: Response },
    } as {
      params: typeof params
      querystring: Query
      body: Body
      response: { 200: Response }
    },
  }
}
