import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import Type, { type Static, type TSchema } from 'typebox'

/** Refers to a schema that the plugin has added by its `$id`: one component in the document, typed like the original. */
export const ref = <Schema extends TSchema>(schema: Schema) =>
  Type.Unsafe<Static<Schema>>({ $ref: `${(schema as { $id?: string }).$id}#` })

interface Document {
  title: string
  version: string
  description: string
  security: Record<string, object>
  tags: { name: string; description: string }[]
}

/** Makes an OpenAPI 3.1 document of the plugin's routes, at `openapi.json` and `openapi.yaml` below its prefix. */
export async function useOpenApi(app: FastifyInstance, prefix: string, document: Document): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: document.title,
        version: document.version,
        description: document.description,
        license: { name: 'MIT' },
      },
      servers: [{ url: prefix }],
      tags: document.tags,
      components: { securitySchemes: document.security as never },
      security: Object.keys(document.security).map((name) => ({ [name]: [] })),
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) =>
        typeof json['$id'] === 'string' ? json['$id'] : `def-${i}`,
    },
  })
  const open = { config: { open: true }, schema: { hide: true } }
  app.get('/openapi.json', open, () => app.swagger())
  app.get('/openapi.yaml', open, async (_request, reply) => {
    const { stringify } = await import('yaml')
    return reply.type('application/yaml').send(stringify(app.swagger(), { aliasDuplicateObjects: false }))
  })
}
