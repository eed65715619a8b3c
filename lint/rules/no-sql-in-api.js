import { isTest, placeOf } from './place.js'
import { isSqlTag, looksLikeSql, textOf } from './sql.js'

const message = 'An API never touches SQL: call a verb of server/domain.'

export const noSqlInApi = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context)
    if (!place.startsWith('server/api/') || isTest(place)) return {}
    return {
      TaggedTemplateExpression(node) {
        if (isSqlTag(node.tag) || looksLikeSql(textOf(node.quasi))) context.report({ node, message })
      },
      CallExpression(node) {
        const { callee } = node
        const runs =
          callee.type === 'MemberExpression' &&
          ['unsafe', 'begin', 'savepoint'].includes(callee.property.name)
        if (isSqlTag(callee) || (runs && isSqlTag(callee.object))) context.report({ node, message })
      },
    }
  },
}
