import path from 'node:path'

/** The linted file as a path from the root of the repository, with forward slashes: `server/kernel/ids.ts`. */
export const placeOf = (context) => fromRoot(context, context.filename)

/** Where a relative specifier leads, as a path from the root; undefined for a package or a builtin. */
export function targetOf(context, specifier) {
  if (!specifier.startsWith('.')) return undefined
  return fromRoot(context, path.resolve(path.dirname(context.filename), specifier))
}

const fromRoot = (context, file) => path.relative(context.cwd, file).split(path.sep).join('/')

export const isTest = (place) => place.endsWith('.test.ts')

/** `server/domain/tickets/close-ticket.ts` gives `server/domain/tickets`. */
export const moduleOf = (place) => /^server\/domain\/[^/]+(?=\/)/.exec(place)?.[0]
