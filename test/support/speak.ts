import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Tenant } from './app.ts'

type Method = 'GET' | 'POST' | 'PATCH'

/** Calls one API with a tenant's key; the path is below the API's own. */
type Speak = (tenant: Tenant, method: Method, path: string, body?: object) => Promise<LightMyRequestResponse>

/** The three ways to talk to a desk. */
export interface Voices {
  v1: Speak
  v2: Speak
  /** By an invoice's public link, which is the path. */
  link(method: Method, path: string, body?: object): Promise<LightMyRequestResponse>
}

export function voicesOf(app: FastifyInstance): Voices {
  const send = (method: Method, url: string, authorization: string | undefined, body: object | undefined) =>
    app.inject({
      method,
      url,
      headers: authorization === undefined ? {} : { authorization },
      ...(body === undefined ? {} : { payload: body }),
    })
  return {
    v1: ({ bearer }, method, path, body) => send(method, `/v1${path}`, bearer, body),
    v2: ({ apiKey }, method, path, body) => send(method, `/api/v2${path}`, apiKey, body),
    link: (method, path, body) => send(method, path, undefined, body),
  }
}
