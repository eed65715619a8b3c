import { invalid } from '../../kernel/errors.ts'
import { isPng } from '../../kernel/png.ts'

/** What a drawn name takes many times over; it goes out again with every offer of a list. */
const MOST_BYTES = 64 * 1024
const MOST_PIXELS_WIDE = 2000

/** The PNG in `data:image/png;base64,…`, a whole one. Throws `invalid`. */
export function signatureImage(dataUrl: string): Buffer {
  const base64 = /^data:image\/png;base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl)?.[1]
  if (base64 === undefined) throw invalid('signature', 'must be a PNG as data:image/png;base64,…')
  const image = Buffer.from(base64, 'base64')
  if (image.length > MOST_BYTES)
    throw invalid('signature', `must be a PNG of at most ${MOST_BYTES / 1024} KB`)
  if (!isPng(image, MOST_PIXELS_WIDE))
    throw invalid(
      'signature',
      `must be a whole PNG of at most ${MOST_PIXELS_WIDE} by ${MOST_PIXELS_WIDE} pixels`,
    )
  return image
}
