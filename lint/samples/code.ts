import { fine, refused, type Sample } from './sample.ts'

const close = 'server/domain/tickets/close.ts'

export const askPermission: Sample[] = [
  fine(
    'a verb asks',
    close,
    "export async function closeTicket(ctx: Ctx): Promise<void> {\n  allow(ctx.actor, 'tickets:write')\n  await go()\n}",
  ),
  fine(
    'a verb asks for one of several',
    close,
    "export const closeTicket = async (ctx: Ctx) => {\n  allowAny(ctx.actor, ['tickets:write'])\n}",
  ),
  fine(
    'what is not exported, not async or without a ctx',
    close,
    'async function inner(ctx: Ctx) { await go() }\nexport const rule = (ctx: Ctx) => inner(ctx)\nexport async function open(sql: Db) { await inner(sql) }',
  ),
  fine('another folder', 'server/jobs/remind.ts', 'export async function remind(ctx: Ctx) { await go() }'),
  fine(
    'a reason',
    close,
    '/** Shape. */\n// oxlint-disable-next-line house/ask-permission -- its callers have asked\nexport async function closeTicket(ctx: Ctx) { await go() }',
  ),
  refused(
    'nobody asks',
    close,
    'export async function closeTicket(ctx: Ctx) { await go() }',
    /closeTicket must begin with allow/,
  ),
  refused(
    'it asks too late',
    close,
    "export async function closeTicket(ctx: Ctx) {\n  await go()\n  allow(ctx.actor, 'tickets:write')\n}",
    /must begin/,
  ),
  refused('an arrow', close, 'export const closeTicket = async (ctx: WriteCtx) => go(ctx)', /must begin/),
  refused(
    'a promise without async',
    close,
    'export function closeTicket(ctx: Ctx): Promise<void> { return go(ctx) }',
    /must begin/,
  ),
  refused(
    'a context taken apart',
    close,
    'export async function closeTicket({ sql }: Ctx) { await sql`select 1` }',
    /must begin/,
  ),
  refused(
    'exported further down',
    close,
    'async function closeTicket(ctx: Ctx) { await go() }\nexport { closeTicket }',
    /must begin/,
  ),
]

export const noBarrels: Sample[] = [
  fine(
    'a file exports its own',
    close,
    "import { a } from './a.ts'\nconst b = a\nexport { b }\nexport type C = typeof b",
  ),
  refused(
    'a file exports another’s',
    close,
    "import { a } from './a.ts'\nexport { a }\nexport { b } from './b.ts'\nexport * from './c.ts'\nexport type { D } from './d.ts'",
    /No barrels/,
    /No barrels/,
    /No barrels/,
    /No barrels/,
  ),
]

export const onlyConfigReadsEnv: Sample[] = [
  fine(
    'config reads it',
    'server/config.ts',
    'export const read = (environment = process.env) => environment',
  ),
  ...['test/support/global-setup.ts', 'bench/run.ts', 'bin/other.ts', 'lint/other.ts'].map((place) =>
    fine(`${place} reads it`, place, 'export const url = process.env.DATABASE_URL'),
  ),
  fine(
    'the rest of process is free',
    'server/main.ts',
    "import { argv } from 'node:process'\nexport const all = [argv, process.pid, other.env]",
  ),
  ...[
    'process.env.DATABASE_URL',
    "process['env']",
    'globalThis.process.env',
    'process?.env',
    "process.loadEnvFile('.env')",
  ].map((code) => refused(code, 'server/main.ts', `export const url = ${code}`, /Only server\/config\.ts/)),
  refused(
    'taken apart',
    'server/jobs/remind.ts',
    'const { env } = process\nexport const url = env.URL',
    /Only server/,
  ),
  refused(
    'imported',
    'server/kernel/time.ts',
    "import { env as e } from 'node:process'\nexport const url = e.URL",
    /Only server/,
  ),
]

export const reasonedDisable: Sample[] = [
  fine(
    'a rule and a reason',
    close,
    '// oxlint-disable-next-line eslint/no-empty, no-console -- the peer closes it\nwhile (f()) {}',
  ),
  fine('an ordinary comment', close, '// It can oxlint-disable nothing.\nf()'),
  refused(
    'no reason',
    close,
    '// oxlint-disable-next-line no-empty\nwhile (f()) {}',
    /name the rule and the reason/,
  ),
  refused(
    'a reason that says nothing',
    close,
    '// eslint-disable-next-line no-empty -- ok\nwhile (f()) {}',
    /name the rule/,
  ),
  refused(
    'no rule',
    close,
    '// oxlint-disable-next-line -- the peer closes it\nwhile (f()) {}',
    /name the rule/,
  ),
  refused('all of a line', close, 'while (f()) {} // oxlint-disable-line', /name the rule/),
  refused('all of a file', close, 'f()\n/* oxlint-disable */\nwhile (f()) {}', /name the rule/),
  refused('a type error waved away', close, '// @ts-ignore\nf()', /@ts-expect-error/),
  refused(
    'this rule',
    close,
    '/* oxlint-disable house/reasoned-disable -- it is a nuisance */\nf()',
    /name the rule/,
  ),
]
