/** The directions of the house (docs/architecture.md), held by oxlint. One rule, one file; house.test.ts proves each. */
import { askPermission } from './rules/ask-permission.js'
import { directions } from './rules/directions.js'
import { noBarrels } from './rules/no-barrels.js'
import { noSqlInApi } from './rules/no-sql-in-api.js'
import { onlyConfigReadsEnv } from './rules/only-config-reads-env.js'
import { ownerWrites } from './rules/owner-writes.js'
import { reasonedDisable } from './rules/reasoned-disable.js'

export default {
  meta: { name: 'house' },
  rules: {
    'ask-permission': askPermission,
    directions,
    'no-barrels': noBarrels,
    'no-sql-in-api': noSqlInApi,
    'only-config-reads-env': onlyConfigReadsEnv,
    'owner-writes': ownerWrites,
    'reasoned-disable': reasonedDisable,
  },
}
