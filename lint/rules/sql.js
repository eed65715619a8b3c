/** Stands for an interpolated value or fragment where a template is read as one text. */
const HOLE = '${}'

/** The text of a template literal, its interpolations as `${}`. */
export const textOf = (template) =>
  template.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join(HOLE)

/** Whether a tag is postgres.js: `sql`, `tx`, `ctx.sql`, `this.tx`. */
export function isSqlTag(tag) {
  const name = tag.type === 'MemberExpression' ? tag.property.name : tag.name
  return name === 'sql' || name === 'tx'
}

export const looksLikeSql = (text) =>
  /^\s*(select|insert\s+into|update|delete\s+from|with|merge\s+into)\s/i.test(text)

const NAME = String.raw`(\$\{\}|(?:"[^"]+"|[a-z_]\w*)(?:\.(?:"[^"]+"|\w+))?)`
const WRITES = [
  `insert into ${NAME}`,
  `merge into (?:only )?${NAME}`,
  `delete from (?:only )?${NAME}`,
  `truncate (?:table )?(?:only )?${NAME}`,
  String.raw`update (?:only )?${NAME}(?: (?:as )?\w+)? set\b`,
  String.raw`copy ${NAME} ?(?:\([^)]*\) ?)?from\b`,
].map((pattern) => new RegExp(String.raw`\b${pattern}`, 'g'))

/**
 * The tables that a statement writes, `{ verb, table }` each; a table that is an interpolation comes as `${}`.
 * `for update`, `do update` and what stands in comments and literals are not writes.
 */
export function writesOf(sql) {
  const bare = sql
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/--.*$/gm, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/\b(?:for|for no key|do|on) update\b/g, ' ')
  return WRITES.flatMap((pattern) => [...bare.matchAll(pattern)]).map(([text, name]) => ({
    verb: text.slice(0, text.indexOf(' ')),
    table: name.replaceAll('"', '').replace(/^public\./, ''),
  }))
}
