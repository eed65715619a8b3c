import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const folder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Where the web application shows a page; it knows itself which. */
const PAGES = [
  '/',
  '/sign-in',
  '/invitation',
  '/forgotten',
  '/reset-password',
  '/desk',
  '/desk/*',
  '/my',
  '/my/*',
]

/** Scripts are our own files, and nobody frames a page. Mantine sets styles in attributes. */
export const webSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'self' https:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The built web application (`npm run build`): its page wherever it has one, and its files, which never change, at `/assets`. */
export const webPages: FastifyPluginAsync = async (app) => {
  const built = existsSync(`${folder}index.html`)
  if (built)
    await app.register(fastifyStatic, {
      root: `${folder}assets`,
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      decorateReply: false,
      immutable: true,
      maxAge: '1y',
    })
  for (const path of PAGES)
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      reply.headers({
        'content-security-policy': webSecurityPolicy,
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      })
      if (!built) return reply.code(503).type('text/plain').send('Build the web pages first: npm run build\n')
      return reply.type('text/html; charset=utf-8').send(await readFile(`${folder}index.html`))
    })
}
