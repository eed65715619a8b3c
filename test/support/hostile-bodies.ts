/** JSON text that no value of JavaScript stands for: written into a body as it is. */
class Raw {
  readonly json: string
  constructor(json: string) {
    this.json = json
  }
}

const deep = (open: string, close: string, levels: number) =>
  new Raw(`${open.repeat(levels)}1${close.repeat(levels)}`)

/** What might stand where a field is. Strings of a form that some field takes are here too. */
const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  new Raw('-0'),
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw('1e-400'),
  new Raw('1e3'),
  new Raw('123456789012345678901234567890'),
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  2 ** 31,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00b',
  '\uffff\ufeff\u202e',
  '💥'.repeat(30_000),
  'x'.repeat(60_000),
  '<b>'.repeat(16_000),
  '<b><i>x',
  '&#0;&#xd800;&#1114112;',
  '-1',
  '1e3',
  '0x10',
  '99999999999999999999',
  '9'.repeat(15),
  '-999999999999',
  '1000000000.01',
  'NaN',
  'Infinity',
  '__proto__',
  'constructor',
  '0000-01-01',
  '0000-12-31T23:59:59Z',
  '0001-01-01',
  '0001-01-01 00:00:00',
  '0001-01-01T00:00:00+23:59',
  '1850-01-01 00:00:00',
  '1937-06-30 12:00:00',
  '9999-12-31',
  '9999-12-31 23:59:59',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '+012026-01-01',
  "' or 1=1; drop table invoices --",
  '${7*7} {{7*7}} %s %n',
  '../../etc/passwd',
  [],
  [[]],
  [null],
  ['x'],
  [{}],
  {},
  { toString: 'x' },
  { length: 1, 0: 'x' },
  new Raw('{"__proto__":{"polluted":true}}'),
  new Raw('{"constructor":{"prototype":{"polluted":true}}}'),
  deep('[', ']', 5000),
  deep('{"a":', '}', 5000),
  Array.from({ length: 20_000 }, () => 1),
]

const write = (value: unknown): string => {
  const raws: string[] = []
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Raw ? `@raw ${raws.push(inner.json) - 1}@` : inner,
  )
  return text.replace(/"@raw (\d+)@"/g, (_match, index: string) => raws[Number(index)]!)
}

type Path = (string | number)[]

/** Every place in a body: its fields, their fields, the items of its arrays. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return at.length === 0 ? [] : [at]
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, [...at, Array.isArray(value) ? Number(key) : key]),
  )
  return at.length === 0 ? inner : [at, ...inner]
}

function changed(body: object, path: Path, change: (holder: Record<string, unknown>, key: string) => void) {
  const copy = structuredClone(body) as Record<string, unknown>
  let holder = copy
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>
  change(holder, String(path.at(-1)))
  return copy
}

/** What is sent and what is wrong with it. */
export interface Sent {
  about: string
  payload: string | Buffer
  contentType?: string
  /** Some operation may find a message in it. */
  readable?: boolean
}

/** Bodies that are wrong, or odd, in one place. */
export function* hostileBodies(body: object): Generator<Sent> {
  for (const path of pathsOf(body)) {
    for (const value of values) {
      const payload = write(changed(body, path, (holder, key) => (holder[key] = value)))
      yield { about: `${path.join('.')} = ${write(value).slice(0, 40)}`, payload }
    }
    const without = changed(body, path, (holder, key) => Reflect.deleteProperty(holder, key))
    yield { about: `no ${path.join('.')}`, payload: write(without) }
  }
  const text = write(body)
  yield { about: 'a field twice', payload: text.replace(/^\{("[^"]+":)/, '{$1[1],$1') }
  for (const extra of [
    '"__proto__":{"polluted":true}',
    '"constructor":{"prototype":{"polluted":true}}',
    '"":1',
    '"\\u0000":"\\u0000"',
    '"company_id":2',
  ])
    yield { about: `with ${extra}`, payload: `{${extra},${text.slice(1)}` }
  yield { about: '5000 fields more', payload: `{${'"x":1,'.repeat(5000)}${text.slice(1)}` }
}

/** These may be read: what is no text as the character that stands for it, the mark as nothing. */
const READABLE = new Set(['bytes that are no UTF-8', 'a byte order mark'])

/** Bodies that are no body of any operation. */
export function* hostileTexts(): Generator<Sent> {
  const texts: [string, string | Buffer][] = [
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['null', 'null'],
    ['true', 'true'],
    ['a number', '1e400'],
    ['a text', '"text"'],
    ['an array', '[]'],
    ['an array of objects', '[{}]'],
    ['an empty object', '{}'],
    ['half an object', '{"message":'],
    ['two objects', '{}{}'],
    ['a comment', '{/**/}'],
    ['single quotes', "{'message':'x'}"],
    ['a trailing comma', '{"message":"x",}'],
    ['NaN', '{"message":NaN}'],
    ['a raw NUL', '\u0000'],
    ['a raw NUL in a text', '{"message":"a\u0000b"}'],
    ['an escaped NUL', '{"message":"a\\u0000b"}'],
    ['a lone surrogate', '{"message":"\\ud800"}'],
    [
      'bytes that are no UTF-8',
      Buffer.from('7b226d657373616765223a22ff fe c3 28 f5 22 7d'.replaceAll(' ', ''), 'hex'),
    ],
    ['a byte order mark', '\ufeff{"message":"x"}'],
    ['UTF-16', Buffer.from('{"message":"x"}', 'utf16le')],
    ['100,000 brackets', '['.repeat(100_000)],
    ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a prototype', '{"__proto__":{"message":"x"}}'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['two megabytes', `{"message":"${'x'.repeat(2_000_000)}"}`],
  ]
  for (const [about, payload] of texts) yield { about, payload, readable: READABLE.has(about) }
  for (const contentType of [
    'text/plain',
    'application/xml',
    'application/json; charset=utf-16',
    'application/json, application/json',
    'application/jsonp',
    'APPLICATION/JSON',
    'application/vnd.api+json',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'nonsense',
    '/',
    ';',
    `application/${'x'.repeat(5000)}`,
  ])
    yield { about: `content type ${contentType.slice(0, 60)}`, payload: '{"message":1}', contentType }
  for (const payload of [
    'message',
    '=',
    '&&&&',
    '%',
    'message=%00',
    'message=%ff%fe',
    'message=%ud800',
    'message[]=1&message[a]=2',
    '__proto__[x]=1&constructor=2',
    'a=1&'.repeat(3000),
  ])
    yield {
      about: `form ${payload.slice(0, 30)}`,
      payload,
      contentType: 'application/x-www-form-urlencoded',
      readable: payload.startsWith('message'),
    }
}
