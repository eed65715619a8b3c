import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { invalid } from '../../kernel/errors.ts'

const derive = promisify(argon2)

/** OWASP's second choice for Argon2id, of equal strength to the first: 19 MiB let many sign in at once. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const MIN_LENGTH = 12
const MAX_LENGTH = 200

/** The same password, typed on whatever keyboard (NIST SP 800-63B, 3.1.1.2). */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))
const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** A PHC string: it says how it was made, so that the cost may rise later. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const nonce = randomBytes(16)
  const parameters: Argon2Parameters = { ...cost, message: bytesOf(password), nonce, tagLength: 32 }
  const tag = await derive('argon2id', parameters)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = FORM.exec(hash) ?? []
  if (nonce === undefined || tag === undefined) return false
  const expected = Buffer.from(tag, 'base64')
  const given = await derive('argon2id', {
    message: bytesOf(password),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected)
}

let nobodys: Promise<string> | undefined

/** A hash that no password fits, at the cost of any other: so that an account that is not there takes as long as one that is. */
export const nobodysHash = (): Promise<string> => (nobodys ??= hashPassword(randomBytes(24).toString('hex')))

/** What people choose when a dozen characters are asked for; compared without digits and signs at the ends. */
const COMMON = new Set(
  `password passwordpassword qwertyuiop qwertyuiopasdf asdfghjkl letmein letmeinplease welcome welcomewelcome iloveyou
  iloveyouforever administrator changeme changemenow trustno masterpassword passw0rd p@ssw0rd p@ssword wachtwoord
  wachtwoordwachtwoord welkom welkomwelkom geheim geheimgeheim passwort passwortpasswort willkommen kennwort motdepasse
  bonjourbonjour azertyuiop azertyuiopqsdf passwordtest testtest testtesttest superman supersecret topsecret
  footballfootball basketball princessprincess sunshinesunshine abcdefghijkl abcdefghijklm abcdefghijklmnop
  abcdefghijklmnopqrstuvwxyz correcthorsebatterystaple ajaxajax feyenoord feyenoordfeyenoord amsterdam ciaociao
  parolachiave`.split(/\s+/),
)

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
const core = (text: string) => plain(text).replace(/^[\d\W_]+|[\d\W_]+$/g, '')

/** Throws `invalid` for a password that is too short, too long, or among the first that anybody would try. */
export function checkNewPassword(password: string, field: string, email: string): void {
  const length = Array.from(password.normalize('NFKC')).length
  if (length < MIN_LENGTH) throw invalid(field, `must be at least ${MIN_LENGTH} characters long`)
  if (length > MAX_LENGTH) throw invalid(field, `must be at most ${MAX_LENGTH} characters long`)
  const [local = '', domain = ''] = plain(email).split('@')
  const rest = [plain(email), local, domain.split('.')[0]!, 'balie']
    .filter((known) => known.length > 2)
    .reduce((text, known) => text.replaceAll(known, ''), plain(password))
  if (new Set(plain(password)).size < 5 || COMMON.has(core(password)) || rest.length < 6)
    throw invalid(field, 'must not be one that is easily guessed')
}
