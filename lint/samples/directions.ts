import { fine, refused, type Sample } from './sample.ts'

const close = 'server/domain/tickets/close.ts'
const routes = 'server/api/clubcollect/tickets/routes.ts'
const imports = (...specifiers: string[]) =>
  specifiers.map((from, i) => `import { a as a${i} } from '${from}'`).join('\n')
const types = (...specifiers: string[]) =>
  specifiers.map((from, i) => `import type { A as A${i} } from '${from}'`).join('\n')

export const directions: Sample[] = [
  fine(
    'the kernel imports itself and builtins',
    'server/kernel/ids.ts',
    imports('./errors.ts', 'node:crypto', 'uuid'),
  ),
  refused(
    'the kernel imports the domain',
    'server/kernel/ids.ts',
    imports('../domain/tickets/ticket.ts'),
    /may not import server\/domain\/tickets\/ticket\.ts/,
  ),
  fine(
    'the domain imports the kernel, a neighbour, types of postgres',
    close,
    `${imports('../../kernel/ids.ts', '../events/event.ts', './ticket.ts', 'lru-cache')}\n${types('postgres')}`,
  ),
  fine(
    'what is rendered is the domain’s, by any library; the APIs render',
    'server/rendering/invoice-pdf.ts',
    imports('../domain/tickets/ticket.ts', '../kernel/money.ts', './sheet.ts', 'pdfkit'),
  ),
  fine('an API renders', routes, imports('../../../rendering/invoice-pdf.ts')),
  ...['../api/edge.ts', '../jobs/remind.ts', 'fastify', 'postgres'].map((from) =>
    refused(`rendering imports ${from}`, 'server/rendering/invoice-pdf.ts', imports(from), /may not import/),
  ),
  refused('the domain runs postgres itself', close, imports('postgres'), /nothing but types of postgres/),
  ...[
    '../../api/edge.ts',
    '../../mail/out/send.ts',
    '../../providers/moneybird/moneybird.ts',
    '../../jobs/remind.ts',
    '../../storage/disk.ts',
    '../../rendering/invoice-pdf.ts',
    '../../database/connect.ts',
    '../../config.ts',
    '../../../test/support/build.ts',
    'fastify',
    '@fastify/swagger',
    'graphile-worker',
  ].map((from) => refused(`the domain imports ${from}`, close, imports(from), /may not import/)),
  refused(
    'not even its types',
    close,
    types('../../api/edge.ts', 'fastify'),
    /may not import/,
    /may not import/,
  ),
  refused(
    'nor in passing',
    close,
    "type A = import('../../api/edge.ts').A\nexport const load = () => import('../../jobs/remind.ts')",
    /may not import/,
    /may not import/,
  ),
  fine(
    'an API imports the domain, the kernel, its folder, the edge, fastify',
    routes,
    imports(
      '../../../domain/tickets/close.ts',
      '../../../kernel/ids.ts',
      './present.ts',
      '../ids.ts',
      '../invoices/schema.ts',
      '../../edge.ts',
      'fastify',
    ),
  ),
  ...[
    '../../mijnklantportaal/ids.ts',
    '../../../database/connect.ts',
    '../../../jobs/remind.ts',
    '../../../config.ts',
    'postgres',
  ].map((from) => refused(`an API imports ${from}`, routes, imports(from), /may not import/)),
  refused('an API types of postgres', routes, types('postgres'), /may not import postgres/),
  fine(
    'the edge imports the domain and its neighbours',
    'server/api/edge.ts',
    imports('../domain/access/access-cache.ts', './errors.ts', '../kernel/time.ts'),
  ),
  refused(
    'the edge imports one API',
    'server/api/edge.ts',
    imports('./clubcollect/ids.ts'),
    /may not import/,
  ),
  fine(
    'a job imports the domain, the kernel, providers, the queue',
    'server/jobs/remind.ts',
    `${imports('../domain/tickets/close.ts', '../kernel/ids.ts', '../providers/moneybird/moneybird.ts', './queue.ts', 'graphile-worker')}\n${types('fastify', 'postgres')}`,
  ),
  refused('a job imports an API', 'server/jobs/remind.ts', imports('../api/edge.ts'), /may not import/),
  refused(
    'mail imports a job and fastify',
    'server/mail/in/fetch.ts',
    imports('../../jobs/remind.ts', 'fastify'),
    /may not import/,
    /nothing but types of fastify/,
  ),
  fine(
    'a provider imports the kernel, its folder, the port',
    'server/providers/moneybird/moneybird.ts',
    `${imports('../../kernel/money.ts', './fake.ts')}\n${types('../../domain/bookkeeping/bookkeeping.ts')}\nimport { BookkeepingError, type Kind } from '../../domain/bookkeeping/port.ts'`,
  ),
  refused(
    'a provider calls a verb',
    'server/providers/moneybird/moneybird.ts',
    "import { closeTicket, type A } from '../../domain/tickets/close.ts'",
    /only types and the error class/,
  ),
  refused(
    'a provider imports a neighbour',
    'server/providers/moneybird/moneybird.ts',
    imports('../mollie/mollie.ts'),
    /may not import/,
  ),
  fine(
    'a test imports the support',
    'server/domain/tickets/close.test.ts',
    imports('../../../test/support/build.ts', '../../database/connect.ts', './close.ts'),
  ),
  refused(
    'a test of the domain imports an API',
    'server/domain/tickets/close.test.ts',
    imports('../../api/edge.ts'),
    /may not import/,
  ),
  fine(
    'a command imports it all',
    'server/commands/demo.ts',
    imports(
      '../config.ts',
      '../api/clubcollect/index.ts',
      '../providers/moneybird/fake.ts',
      '../jobs/queue.ts',
    ),
  ),
  refused(
    'a command imports the tests',
    'server/commands/demo.ts',
    imports('../../test/support/build.ts'),
    /may not import/,
  ),
  refused(
    'the web imports the server',
    'web/pages/tickets/list.ts',
    imports('../../../server/kernel/money.ts'),
    /may not import/,
  ),
]
