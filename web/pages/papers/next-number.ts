/** The number that follows: `2026-0042` is followed by `2026-0043`; undefined where it does not end in digits. */
export function nextNumber(last: string): string | undefined {
  const [, head, digits] = /^(.*?)(\d{1,15})$/s.exec(last) ?? []
  if (head === undefined || digits === undefined) return undefined
  return head + String(Number(digits) + 1).padStart(digits.length, '0')
}
