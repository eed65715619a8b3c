const MAX_BYTES = 200

// Control characters, and those that turn the direction of writing: `gpj.exe` could read as `exe.jpg`.
// oxlint-disable-next-line no-control-regex -- they are what is to be found
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/**
 * A name that a user gave a file, as it may be shown and offered again: without folders, without what cannot be seen, of
 * at most 200 bytes, its extension kept. `file` where nothing is left.
 */
export function fileName(given: string): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/[. ]+$/, '')
  if (name.replaceAll('.', '') === '') return 'file'
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  let stem = name.slice(0, name.length - extension.length)
  while (Buffer.byteLength(stem) + Buffer.byteLength(extension) > MAX_BYTES) stem = stem.replace(/.$/su, '')
  return stem.trimEnd() + extension
}
