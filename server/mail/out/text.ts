import type { Letter } from './letter.ts'

const quoted = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** The letter for those who read plain text. */
export function renderText(letter: Letter): string {
  const { facts, button, quote } = letter
  const parts = [
    letter.greeting,
    letter.text,
    quote === undefined ? '' : quoted(quote),
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    button ? `${button.label}:\n${button.url}` : '',
    letter.own ? `${letter.own.text}\n${letter.own.url}` : '',
    letter.check ?? '',
    `${letter.closing}\n${letter.company}`,
    // What follows two dashes is a signature (RFC 3676, section 4.3).
    `-- \n${letter.footer}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
