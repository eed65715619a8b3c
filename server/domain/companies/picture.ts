import type { LogoFacts } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { isJpeg, plainJpeg, sizeOfJpeg } from '../../kernel/jpeg.ts'
import { isPng, plainPng, sizeOfPng } from '../../kernel/png.ts'
import { readWebp } from '../../kernel/webp.ts'

export const MOST_BYTES = 300_000
const MOST_PIXELS = 2000
const LEAST_PIXELS = 16

type Picture = Omit<LogoFacts, 'hash'> & { bytes: Buffer }

/**
 * A picture as it may be shown to the world: whole, of bearable size, and without what cameras and programs write beside the
 * pixels, such as where it was taken. An SVG is a document with scripts and is none. Throws `invalid` (`image`).
 */
export function readPicture(given: Buffer): Picture {
  if (given.length > MOST_BYTES) throw invalid('image', `must be at most ${MOST_BYTES / 1000} kB`)
  const picture = pictureOf(given)
  if (!picture) throw invalid('image', 'must be a whole PNG, JPEG or WebP without animation or interlacing')
  const sides = [picture.width, picture.height]
  if (Math.min(...sides) < LEAST_PIXELS || Math.max(...sides) > MOST_PIXELS)
    throw invalid('image', `must be ${LEAST_PIXELS} to ${MOST_PIXELS} pixels wide and high`)
  return picture
}

function pictureOf(given: Buffer): Picture | undefined {
  if (isPng(given, MOST_PIXELS)) return { type: 'image/png', bytes: plainPng(given), ...sizeOfPng(given) }
  if (isJpeg(given)) return { type: 'image/jpeg', bytes: plainJpeg(given), ...sizeOfJpeg(given) }
  const webp = readWebp(given)
  return webp && { type: 'image/webp', ...webp }
}
