/**
 * An OpenAPI document as the TypeScript types that `openapi-fetch` wants: `paths` and `components`. The library that is made
 * for this needs the compiler's JavaScript API, which TypeScript 7 has no more.
 */

interface Schema {
  type?: string | string[]
  $ref?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  format?: string
}

type Content = Record<string, { schema?: Schema }>

interface OpenApiOperation {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { required?: boolean; content: Content }
  responses?: Record<string, { content?: Content }>
}

interface OpenApiDocument {
  paths?: Record<string, Record<string, OpenApiOperation>>
  components?: { schemas?: Record<string, Schema> }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const quoted = (name: string) => JSON.stringify(name)
const union = (types: string[]) => [...new Set(types)].join(' | ')

function objectType(schema: Schema, indent: string): string {
  const required = new Set(schema.required)
  const inner = `${indent}  `
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => `${inner}${quoted(name)}${required.has(name) ? '' : '?'}: ${typeOf(field, inner)}`,
  )
  const { additionalProperties: more } = schema
  if (typeof more === 'object') fields.push(`${inner}[name: string]: ${typeOf(more, inner)}`)
  if (fields.length === 0) return 'Record<string, unknown>'
  return `{\n${fields.join('\n')}\n${indent}}`
}

function typeOf(schema: Schema | undefined, indent: string): string {
  if (!schema) return 'unknown'
  if (schema.$ref) return `components['schemas'][${quoted(schema.$ref.split('/').at(-1)!)}]`
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)))
  if ('const' in schema) return JSON.stringify(schema.const)
  const parts = schema.anyOf ?? schema.oneOf
  if (parts) return `(${union(parts.map((part) => typeOf(part, indent)))})`
  if (schema.allOf) return `(${schema.allOf.map((part) => typeOf(part, indent)).join(' & ')})`
  const { type } = schema
  if (Array.isArray(type)) return `(${union(type.map((one) => typeOf({ ...schema, type: one }, indent)))})`
  switch (type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `(${typeOf(schema.items, indent)})[]`
    case 'object':
      return objectType(schema, indent)
    case undefined:
    default:
      return schema.properties ? objectType(schema, indent) : 'unknown'
  }
}

function parametersType({ parameters = [] }: OpenApiOperation): string {
  const kinds = ['query', 'header', 'path', 'cookie'].map((kind) => {
    const those = parameters.filter((parameter) => parameter.in === kind)
    if (those.length === 0) return `        ${kind}?: never`
    const optional = kind !== 'path' && those.every(({ required }) => !required)
    const fields = those.map(
      ({ name, required, schema }) =>
        `          ${quoted(name)}${required || kind === 'path' ? '' : '?'}: ${typeOf(schema, '          ')}`,
    )
    return `        ${kind}${optional ? '?' : ''}: {\n${fields.join('\n')}\n        }`
  })
  return `{\n${kinds.join('\n')}\n      }`
}

const contentType = (content: Content | undefined, indent: string): string => {
  const kinds = Object.entries(content ?? {})
  if (kinds.length === 0) return 'never'
  const fields = kinds.map(
    ([type, { schema }]) => `${indent}  ${quoted(type)}: ${typeOf(schema, `${indent}  `)}`,
  )
  return `{\n${fields.join('\n')}\n${indent}}`
}

function operationType(operation: OpenApiOperation): string {
  const { requestBody: body, responses = {} } = operation
  const answers = Object.entries(responses).map(([status, { content }]) => {
    const type = contentType(content, '          ')
    return `        ${/^\d+$/.test(status) ? status : quoted(status)}: {
          headers: Record<string, unknown>
          content${type === 'never' ? '?' : ''}: ${type}
        }`
  })
  return `{
      parameters: ${parametersType(operation)}
      requestBody${body?.required ? '' : '?'}: ${body ? `{ content: ${contentType(body.content, '      ')} }` : 'never'}
      responses: {
${answers.join('\n')}
      }
    }`
}

/** The types of one document. */
export function clientTypes(document: unknown): string {
  const { paths = {}, components } = document as OpenApiDocument
  const routes = Object.entries(paths).map(([path, item]) => {
    const methods = METHODS.map((method) => {
      const operation = item[method]
      return operation ? `    ${method}: ${operationType(operation)}` : `    ${method}?: never`
    })
    return `  ${quoted(path)}: {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never }\n${methods.join('\n')}\n  }`
  })
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) => `    ${quoted(name)}: ${typeOf(schema, '    ')}`,
  )
  return `// Made by \`npm run generate\` from the OpenAPI document; not to be changed by hand.

export interface paths {
${routes.join('\n')}
}

export interface components {
  schemas: {
${schemas.join('\n')}
  }
}
`
}
