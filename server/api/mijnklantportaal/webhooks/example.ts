import type { TSchema } from 'typebox'

interface Shape {
  $id?: string
  $ref?: string
  type?: string
  examples?: readonly unknown[]
  const?: unknown
  enum?: readonly unknown[]
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: readonly Shape[]
}

/** An example value of a schema, made of the examples in it; `known` are the schemas that it may refer to. */
export function exampleOf(schema: TSchema, known: readonly TSchema[]): unknown {
  const named = new Map((known as Shape[]).map((one) => [`${one.$id}#`, one]))

  function example(shape: Shape): unknown {
    if (shape.$ref !== undefined) return example(named.get(shape.$ref) ?? {})
    if (shape.examples) return shape.examples[0]
    if (shape.const !== undefined) return shape.const
    if (shape.enum) return shape.enum[0]
    if (shape.properties)
      return Object.fromEntries(Object.entries(shape.properties).map(([name, one]) => [name, example(one)]))
    if (shape.items) return [example(shape.items)]
    return shape.anyOf?.[0] ? example(shape.anyOf[0]) : null
  }
  return example(schema)
}
