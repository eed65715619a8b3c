/** A rule's name or several, then ` -- ` and the reason: at least two words. */
const WITH_REASON = /^(?:ox|es)lint-disable(?:-next-line|-line)?\s+[\w@/,\s-]+?\s+--\s+\S+\s+\S+/

/** These would silence this very rule at the comment, so it speaks at the top of the file. */
const SILENCES_ALL = /^(?:ox|es)lint-disable(?:-next-line|-line)?\s*(?:--|$)|house\/reasoned-disable/
const TOP = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }

export const reasonedDisable = {
  meta: { type: 'problem' },
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments()) {
        const text = value.trim()
        if (/^@ts-(?:ignore|nocheck)/.test(text))
          context.report({ loc, message: 'Use @ts-expect-error with a reason.' })
        if (!/^(?:ox|es)lint-disable/.test(text)) continue
        const silencesAll = SILENCES_ALL.test(text)
        if (!silencesAll && WITH_REASON.test(text)) continue
        context.report({
          loc: silencesAll ? TOP : loc,
          message: `Line ${loc.start.line}: name the rule and the reason, \`oxlint-disable-next-line no-x -- because …\`.`,
        })
      }
    },
  }),
}
