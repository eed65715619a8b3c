import { createHmac } from 'node:crypto'

/**
 * The value of `webhook-signature` (Standard Webhooks 1.0): for each secret `v1,` and the base64 of the HMAC-SHA-256 of
 * `id.timestamp.body`, keyed with the bytes of the secret; separated by a space. A library of that standard takes the
 * secret as `whsec_` and its base64.
 */
export const sign = (secrets: string[], id: string, timestamp: number, body: string): string =>
  secrets
    .map((secret) => {
      const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`, 'utf8')
      return `v1,${mac.digest('base64')}`
    })
    .join(' ')
