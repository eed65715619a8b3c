const message = 'Only server/config.ts reads the environment: take a Config.'

const isProcess = (node) => node?.type === 'Identifier' && node.name === 'process'
const isEnv = (key) => key?.name === 'env' || key?.value === 'env'

/** Where it holds is said in .oxlintrc.json. */
export const onlyConfigReadsEnv = {
  meta: { type: 'problem' },
  create: (context) => ({
    MemberExpression(node) {
      const { object } = node
      const globalProcess =
        object.type === 'MemberExpression' &&
        object.object.name === 'globalThis' &&
        isProcess(object.property)
      if ((isProcess(object) || globalProcess) && isEnv(node.property)) context.report({ node, message })
    },
    VariableDeclarator(node) {
      if (!isProcess(node.init) || node.id.type !== 'ObjectPattern') return
      if (node.id.properties.some((property) => isEnv(property.key))) context.report({ node, message })
    },
    ImportDeclaration(node) {
      if (!/^(node:)?process$/.test(node.source.value)) return
      if (node.specifiers.some((specifier) => isEnv(specifier.imported))) context.report({ node, message })
    },
    CallExpression(node) {
      if (isProcess(node.callee.object) && node.callee.property?.name === 'loadEnvFile')
        context.report({ node, message })
    },
  }),
}
