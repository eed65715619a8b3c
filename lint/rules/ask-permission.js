import { isTest, moduleOf, placeOf } from './place.js'

const ASKS = new Set(['allow', 'allowAny'])

/** The function that a declaration or `const name = …` makes, with its name and the node to point at. */
function functionsOf(declaration) {
  if (declaration?.type === 'FunctionDeclaration')
    return [{ name: declaration.id?.name, node: declaration, fn: declaration }]
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations
    .filter(({ init }) => init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
    .map(({ id, init }) => ({ name: id.name, node: declaration, fn: init }))
}

const namedType = (annotation) => annotation?.typeAnnotation?.typeName?.name

function isVerb(fn) {
  if (!fn.async && namedType(fn.returnType) !== 'Promise') return false
  const [first] = fn.params
  const param = first?.type === 'AssignmentPattern' ? first.left : first
  return param?.name === 'ctx' || /^(Write)?Ctx$/.test(namedType(param?.typeAnnotation) ?? '')
}

function asksFirst({ body }) {
  const [first] = body.type === 'BlockStatement' ? body.body : []
  if (first?.type !== 'ExpressionStatement') return false
  const call = first.expression.type === 'AwaitExpression' ? first.expression.argument : first.expression
  return call.type === 'CallExpression' && ASKS.has(call.callee.name)
}

export const askPermission = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context)
    if (!moduleOf(place) || isTest(place)) return {}
    return {
      Program(program) {
        const exported = new Set(
          program.body
            .filter((node) => node.type === 'ExportNamedDeclaration' && !node.source)
            .flatMap((node) => node.specifiers.map((specifier) => specifier.local.name)),
        )
        for (const statement of program.body) {
          const isExport = /^Export(Named|Default)Declaration$/.test(statement.type)
          for (const { name, node, fn } of functionsOf(isExport ? statement.declaration : statement)) {
            if (!(isExport || exported.has(name)) || !isVerb(fn) || asksFirst(fn)) continue
            context.report({
              node,
              message: `${name ?? 'A verb'} must begin with allow(ctx.actor, …), or say above it why it need not.`,
            })
          }
        }
      },
    }
  },
}
