import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP whose entries are stored as they are or deflated, by its central directory (APPNOTE 4.3.12). */
export function filesOfZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  assert.ok(end >= 0, 'a ZIP ends with its directory')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50)
    const method = zip.readUInt16LE(at + 10)
    assert.ok(method === 0 || method === 8, `method ${method}`)
    const size = zip.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(begin, begin + size)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 0 ? bytes : inflateRawSync(bytes))
    at += 46 + name + extra + comment
  }
  return files
}
