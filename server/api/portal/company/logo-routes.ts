import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { findLogo } from '../../../domain/companies/find-logo.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { apiError } from '../errors.ts'

/** Logos for pages and mails, at an address that changes with the picture. */
export const logoRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/logos/:companyId/:hash',
    {
      config: { open: true },
      schema: {
        operationId: 'get-logo',
        tags: ['Company'],
        summary: 'The picture of a logo',
        description: 'To anybody: it stands on what the company sends. May be kept for ever.',
        params: Type.Object({
          companyId: Type.String({ description: 'The number of the company.' }),
          hash: Type.String({ description: 'Of the bytes.' }),
        }),
        response: {
          200: {
            description: 'A PNG, JPEG or WebP.',
            content: { 'image/png': { schema: Type.String({ format: 'binary' }) } },
          } as never,
          404: {
            description: 'There is no such logo any more.',
            content: { 'application/json': { schema: ref(apiError) } },
          } as never,
        },
      },
    },
    async ({ params }, reply) => {
      const known = /^[1-9]\d{0,8}$/.test(params.companyId) && /^[0-9a-f]{32}$/.test(params.hash)
      const logo = known ? await findLogo(deps.sql, Number(params.companyId), params.hash) : undefined
      if (!logo) throw notFound('logo')
      return reply
        .type(logo.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(logo.bytes)
    },
  )
}
