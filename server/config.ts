import Type, { type Static } from 'typebox'
import Value from 'typebox/value'

const text = (description: string, fallback?: string) =>
  Type.String({ description, ...(fallback === undefined ? {} : { default: fallback }) })

/** Every setting, in the environment. The README's table is made from this. */
export const environmentSchema = Type.Object({
  HOST: text('address to listen on', '127.0.0.1'),
  PORT: Type.Integer({
    description: 'port to listen on; 0 = any free one',
    default: 3000,
    minimum: 0,
    maximum: 65535,
  }),
  DATABASE_URL: Type.Optional(text('PostgreSQL 15 or newer; unset = the embedded Postgres 18')),
  DATABASE_CONNECTIONS: Type.Integer({
    description: 'connections for queries; transactions open as many again when they need them',
    default: 10,
    minimum: 1,
    maximum: 500,
  }),
  DATA_DIR: text('embedded database, secret key', './data'),
  PUBLIC_URL: Type.Optional(text('address that links are made with; unset = http://HOST:PORT')),
  LOG_LEVEL: text('trace, debug, info, warn, error, fatal or silent', 'info'),
  ROLES: text('what this process does: web, worker or web,worker', 'web,worker'),
  SECRET_KEY: Type.Optional(
    text('64 hex characters that encrypt stored secrets; unset = made once, in DATA_DIR/secret-key'),
  ),
  RATE_LIMIT_PER_MINUTE: Type.Integer({
    description: 'requests per key and minute; 0 = no limit',
    default: 60,
    minimum: 0,
  }),
  BODY_LIMIT_BYTES: Type.Integer({ description: 'largest request body', default: 1_048_576, minimum: 1024 }),
  UPLOAD_LIMIT_BYTES: Type.Integer({
    description: 'largest uploaded file',
    default: 52_428_800,
    minimum: 1024,
  }),
  S3_BUCKET: Type.Optional(text('bucket for documents; unset = DATA_DIR/documents')),
  S3_ENDPOINT: Type.Optional(text('address of the service that speaks S3; unset = Amazon S3')),
  S3_REGION: text('region of the bucket', 'us-east-1'),
  S3_ACCESS_KEY_ID: Type.Optional(text('key of the bucket; unset = as the AWS SDK finds it')),
  S3_SECRET_ACCESS_KEY: Type.Optional(text('secret of that key')),
  S3_PATH_STYLE: Type.Boolean({ description: 'bucket in the path instead of the host name', default: true }),
  TRUST_PROXY: Type.Boolean({ description: 'believe X-Forwarded-* headers', default: false }),
  SMTP_URL: Type.Optional(
    text('mail server, e.g. smtps://user:password@mail.example.com; unset = no mail is sent'),
  ),
  MAIL_FROM: Type.Optional(text('address that mail comes from; required beside SMTP_URL')),
  MAIL_CATCH: Type.Boolean({
    description: 'without SMTP_URL: keep mail, for anyone to read at /dev/mail. Never in production',
    default: false,
  }),
  ALLOW_PRIVATE_TARGETS: Type.Boolean({
    description: 'let webhooks and forms reach private and local addresses: for development',
    default: false,
  }),
  PAYMENTS_SANDBOX: Type.Boolean({
    description: 'let companies without a payment provider be paid at the built-in test bank: no real money',
    default: false,
  }),
  API_KEY_IN_QUERY: Type.Boolean({
    description: 'accept the deprecated ?api_key= of /api/v2',
    default: true,
  }),
})

type Environment = Static<typeof environmentSchema>

export interface Config {
  host: string
  port: number
  databaseUrl: string | undefined
  databaseConnections: number
  dataDir: string
  publicUrl: string | undefined
  logLevel: string
  web: boolean
  worker: boolean
  secretKey: string | undefined
  rateLimitPerMinute: number
  bodyLimitBytes: number
  uploadLimitBytes: number
  /** Undefined: documents are below `dataDir`. */
  s3:
    | {
        bucket: string
        endpoint: string | undefined
        region: string
        credentials: { accessKeyId: string; secretAccessKey: string } | undefined
        pathStyle: boolean
      }
    | undefined
  trustProxy: boolean
  allowPrivateTargets: boolean
  apiKeyInQuery: boolean
  mail: MailConfig
  paymentsSandbox: boolean
}

/** `none`: mail waits for a mail server, and fails after a day without one. */
export type MailConfig = { kind: 'smtp'; url: string; from: string } | { kind: 'catch' } | { kind: 'none' }

/**
 * Reads the environment once; `defaults` stand in for what is not set there. Throws a sentence that names the variable.
 * Empty variables count as unset.
 */
export function readConfig(defaults: Record<string, string> = {}): Config {
  const environment: NodeJS.ProcessEnv = { ...defaults, ...nonEmpty(process.env) }
  const given = Object.fromEntries(
    Object.keys(environmentSchema.properties).flatMap((name) =>
      environment[name] ? [[name, environment[name]]] : [],
    ),
  )
  const converted: unknown = Value.Convert(environmentSchema, Value.Default(environmentSchema, given))
  if (!Value.Check(environmentSchema, converted)) {
    const [problem] = Value.Errors(environmentSchema, converted)
    throw new Error(
      `${problem?.instancePath.slice(1) ?? 'the environment'} ${problem?.message ?? 'is malformed'}`,
    )
  }
  const env: Environment = converted
  const roles = env.ROLES.split(',').map((role) => role.trim())
  if (roles.some((role) => role !== 'web' && role !== 'worker'))
    throw new Error('ROLES must be web, worker or web,worker')
  if (env.SECRET_KEY !== undefined && !/^[0-9a-f]{64}$/i.test(env.SECRET_KEY))
    throw new Error('SECRET_KEY must be 64 hex characters')
  if (!['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].includes(env.LOG_LEVEL))
    throw new Error('LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent')
  if (env.S3_ENDPOINT !== undefined && !/^https?:\/\//.test(env.S3_ENDPOINT))
    throw new Error('S3_ENDPOINT must begin with http:// or https://')
  if ((env.S3_ACCESS_KEY_ID === undefined) !== (env.S3_SECRET_ACCESS_KEY === undefined))
    throw new Error('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together')
  if (env.PUBLIC_URL !== undefined && !/^https?:\/\//.test(env.PUBLIC_URL))
    throw new Error('PUBLIC_URL must begin with http:// or https://')
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    dataDir: env.DATA_DIR,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    logLevel: env.LOG_LEVEL,
    web: roles.includes('web'),
    worker: roles.includes('worker'),
    secretKey: env.SECRET_KEY,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    bodyLimitBytes: env.BODY_LIMIT_BYTES,
    uploadLimitBytes: env.UPLOAD_LIMIT_BYTES,
    s3: s3Of(env),
    trustProxy: env.TRUST_PROXY,
    allowPrivateTargets: env.ALLOW_PRIVATE_TARGETS,
    apiKeyInQuery: env.API_KEY_IN_QUERY,
    paymentsSandbox: env.PAYMENTS_SANDBOX,
    mail: mailOf(env),
  }
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from, MAIL_CATCH: caught }: Environment): MailConfig {
  if (url === undefined) return { kind: caught ? 'catch' : 'none' }
  if (!/^smtps?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new Error('SMTP_URL must be an address such as smtps://user:password@mail.example.com')
  if (from === undefined || !/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(from))
    throw new Error('MAIL_FROM must be an e-mail address; beside SMTP_URL it is required')
  return { kind: 'smtp', url, from }
}

function s3Of(env: Environment): Config['s3'] {
  if (env.S3_BUCKET === undefined) return undefined
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  return {
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    pathStyle: env.S3_PATH_STYLE,
  }
}

const nonEmpty = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
