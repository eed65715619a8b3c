import { invalid } from '../../../kernel/errors.ts'

const MAX_LENGTH = 2000

/** The address of a webhook, as it is written in a request line. Throws `invalid`. */
export function parseTarget(text: string): string {
  if (text.length > MAX_LENGTH) throw invalid('url', `must be at most ${MAX_LENGTH} characters long`)
  const url = URL.parse(text)
  if (!url || !/^https?:\/\//i.test(text)) throw invalid('url', 'must be an http or https address')
  if (url.username !== '' || url.password !== '')
    throw invalid('url', 'must not contain a user name or password')
  url.hash = ''
  return url.href
}
