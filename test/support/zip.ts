import assert from 'node:assert/strict'

/** The files of a ZIP whose entries are stored as they are, by its central directory (APPNOTE 4.3.12). */
export function filesOfZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  assert.ok(end >= 0, 'a ZIP ends with its directory')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50)
    assert.equal(zip.readUInt16LE(at + 10), 0, 'stored')
    const size = zip.readUInt32LE(at + 24)
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(begin, begin + size))
    at += 46 + name + extra + comment
  }
  return files
}
