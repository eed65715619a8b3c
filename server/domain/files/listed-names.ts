const LONGEST = 120

/** The names of files as a title: as many as fit on a line, then `…`. The first stands there whole. */
export function listedNames(names: readonly string[]): string {
  let title = ''
  for (const [index, name] of names.entries()) {
    const longer = index === 0 ? name : `${title}, ${name}`
    if (index > 0 && longer.length > LONGEST) return `${title}, …`
    title = longer
  }
  return title
}
