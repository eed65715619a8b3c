import { isTest, placeOf, targetOf } from './place.js'

const KERNEL = 'server/kernel/'
const DOMAIN = 'server/domain/'
const PROVIDERS = 'server/providers/'
const RENDERING = 'server/rendering/'

const HTTP = /^(fastify|@fastify\/.+)$/
const JOBS = /^graphile-worker$/
const MAIL = /^(nodemailer|postal-mime|mailparser|imapflow)$/
const SQL = /^postgres$/

/**
 * The first zone that matches a file says what it may import of the repository (a path that begins so, or a pattern),
 * which packages it may not, and of which packages and folders it may have nothing but types. Folders that are not
 * named (test, bench, bin, and in server: main.ts, app.ts, config.ts, commands) put the rest together and import it all.
 */
const zones = [
  { of: /^server\/kernel\//, may: [KERNEL], never: [HTTP, JOBS, MAIL], types: [SQL] },
  { of: /^server\/domain\//, may: [KERNEL, DOMAIN], never: [HTTP, JOBS, MAIL], types: [SQL] },
  {
    of: /^server\/api\/[^/]+$/,
    may: [KERNEL, DOMAIN, RENDERING, /^server\/api\/[^/]+$/],
    never: [SQL, JOBS, MAIL],
  },
  {
    of: /^(server\/api\/[^/]+\/)/,
    may: [KERNEL, DOMAIN, RENDERING, 'own', /^server\/api\/[^/]+$/],
    never: [SQL, JOBS, MAIL],
  },
  { of: /^(server\/jobs\/)/, may: [KERNEL, DOMAIN, PROVIDERS, RENDERING, 'own'], types: [HTTP, SQL] },
  { of: /^(server\/mail\/)/, may: [KERNEL, DOMAIN, PROVIDERS, RENDERING, 'own'], types: [HTTP, SQL] },
  { of: /^(server\/rendering\/)/, may: [KERNEL, DOMAIN, 'own'], never: [HTTP, JOBS, MAIL, SQL] },
  {
    of: /^(server\/providers\/[^/]+\/)/,
    may: [KERNEL, 'own', /^server\/providers\/[^/]+$/],
    never: [/^@?fastify/, JOBS, SQL],
    port: true,
  },
  {
    of: /^(server\/(?:providers|storage)\/)/,
    may: [KERNEL, 'own'],
    never: [/^@?fastify/, JOBS, SQL],
    port: true,
  },
  { of: /^(server\/database\/)/, may: [KERNEL, 'own'], never: [HTTP, MAIL] },
  { of: /^server\//, may: ['server/'] },
  { of: /^web\//, may: ['web/'] },
  { of: /^lint\//, may: ['lint/'] },
]

/** What a test may import beside: the support, and what puts a server together. */
const forTests = ['test/', 'server/database/', /^server\/[^/]+$/]

const begins = (target, pattern) =>
  typeof pattern === 'string' ? target.startsWith(pattern) : pattern.test(target)

/** Nothing but types, or the error class that goes with them. */
function onlyPortNames(node) {
  if (isTypeOnly(node)) return true
  if (node.type !== 'ImportDeclaration' || node.specifiers.length === 0) return false
  return node.specifiers.every(
    (specifier) => specifier.importKind === 'type' || (specifier.imported?.name ?? '').endsWith('Error'),
  )
}

const isTypeOnly = (node) =>
  node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'

export const directions = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context)
    const zone = zones.find(({ of }) => of.test(place))
    if (!zone) return {}
    const own = zone.of.exec(place)[1]
    const may = [
      ...zone.may.map((pattern) => (pattern === 'own' ? own : pattern)),
      ...(isTest(place) ? forTests : []),
    ]

    function check(node, source) {
      if (typeof source?.value !== 'string') return
      const specifier = source.value
      const target = targetOf(context, specifier)
      if (target === undefined) {
        const typesOnly = zone.types?.some((pattern) => pattern.test(specifier)) && !isTest(place)
        if (zone.never?.some((pattern) => pattern.test(specifier)))
          context.report({ node, message: `${place} may not import ${specifier}: another folder's work.` })
        else if (typesOnly && !isTypeOnly(node))
          context.report({
            node,
            message: `${place} may import nothing but types of ${specifier}: write \`import type\`.`,
          })
        return
      }
      if (may.some((pattern) => begins(target, pattern))) return
      if (zone.port && target.startsWith(DOMAIN)) {
        if (onlyPortNames(node)) return
        context.report({
          node,
          message: `${place} may import only types and the error class of the domain's port.`,
        })
        return
      }
      context.report({
        node,
        message: `${place} may not import ${target}: api | jobs | mail -> domain -> kernel, and never a neighbour API.`,
      })
    }

    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument),
    }
  },
}
