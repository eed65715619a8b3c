import { compile } from 'html-to-text'
import sanitizeHtml from 'sanitize-html'
import { invalid } from '../../kernel/errors.ts'

/** A message as it is kept: sanitised HTML for those who show HTML, the plain text for those who do not. */
export interface MessageBody {
  html: string
  text: string
}

const MAX_LENGTH = 50_000

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'div',
    'span',
  ],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  disallowedTagsMode: 'discard',
  // Whoever reads the HTML walks it by recursion: two thousand tags in each other are more than a stack holds.
  nestingLimit: 100,
}

// Made once: that costs five times the conversion.
const toText = compile({
  wordwrap: false,
  selectors: [{ selector: 'a', options: { hideLinkHrefIfSameAsText: true } }],
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => escapes[character]!)

/** Plain text, kept to the letter. Throws `invalid` for a blank or too long one. */
export function bodyFromText(text: unknown): MessageBody {
  if (typeof text !== 'string') throw invalid('message', 'must be a text')
  if (text.trim() === '') throw invalid('message', 'must not be empty')
  if (text.length > MAX_LENGTH) throw invalid('message', `must be at most ${MAX_LENGTH} characters long`)
  if (text.includes('\0') || !text.isWellFormed())
    throw invalid('message', 'must not contain NUL characters or broken Unicode')
  return { html: escapeHtml(text).replace(/\r?\n/g, '<br />'), text }
}

/** Plain text or HTML: what is not in the list of harmless tags is dropped. Throws `invalid` like `bodyFromText`. */
export function bodyFromHtml(input: unknown): MessageBody {
  if (typeof input !== 'string' || !/<[a-z!/]|&\w+;|&#/i.test(input)) return bodyFromText(input)
  if (input.length > MAX_LENGTH) throw invalid('message', `must be at most ${MAX_LENGTH} characters long`)
  const html = sanitizeHtml(input, allowed).trim()
  const text = toText(html)
  if (text.trim() === '') throw invalid('message', 'must not be empty')
  return { html, text }
}
