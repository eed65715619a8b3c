import i18next from 'i18next'

/** The words for refusals are fetched when the server first says no. */
export const fetchRefusals = (): Promise<void> => i18next.loadNamespaces(['refused', 'rules'])

const NUMBERS = new Set(['n', 'most', 'total'])
const PLACEHOLDER = /\{\{(\w+)\}\}/
const patterns = new Map<string, RegExp>()

function patternOf(rule: string): RegExp {
  const known = patterns.get(rule)
  if (known) return known
  const source = rule
    .split(PLACEHOLDER)
    .map((part, index) =>
      index % 2 === 0
        ? part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
        : `(?<${part}>${NUMBERS.has(part) ? String.raw`\d+(?:\.\d+)?` : '.+'})`,
    )
    .join('')
  const pattern = new RegExp(`^${source}$`)
  patterns.set(rule, pattern)
  return pattern
}

/** What a text of the rule says in the reader's language. */
function localized(name: string, value: string): string {
  if (NUMBERS.has(name)) return Number(value).toLocaleString(i18next.language)
  return new Intl.ListFormat(i18next.language, { type: 'disjunction' }).format(value.split(' or '))
}

/**
 * A rule (`must be at most 40 characters long`) in the words for it, which are named by the server's own text: whole, or
 * with placeholders. Undefined for a rule that has none.
 */
export function wordsOf(rule: string, words: Record<string, string>): string | undefined {
  if (Object.hasOwn(words, rule)) return words[rule]
  for (const [text, said] of Object.entries(words)) {
    const found = text.includes('{{') ? patternOf(text).exec(rule)?.groups : undefined
    if (found)
      return said.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => localized(name, found[name] ?? ''))
  }
  return undefined
}

/** Why what was asked does not fit, by the server's name for it. Undefined where there are no words. */
export const refusedBecause = (reason: string): string | undefined =>
  i18next.getResource(i18next.language, 'refused', reason) as string | undefined

/** What is wrong with a field, in the reader's language: the server says `field rule.` Undefined where there are no words. */
export function brokenRule(message: string, field: string): string | undefined {
  const words = i18next.getResourceBundle(i18next.language, 'rules') as Record<string, string> | undefined
  // `/v1` names the field as forms do, its sentence as the server does.
  const about = field.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]')
  const start = [field, about].find((name) => message.startsWith(`${name} `))
  if (!words || start === undefined) return undefined
  return wordsOf(message.slice(start.length + 1).replace(/\.$/, ''), words)
}
