import type { Deps } from './edge.ts'

/** What is rendered as a PDF when it is asked for. */
export type PaperKind = 'invoice' | 'offer'

/** Signs the links to papers of a kind: one kind's link opens nothing of another. */
export const paperKey = (deps: Deps, kind: PaperKind): Buffer => deps.vault.derive(`${kind} pdfs`)
