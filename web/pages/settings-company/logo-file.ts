/** What the server takes at most, with room for the base64 around it. */
const MOST_BYTES = 290_000
const MOST = { width: 800, height: 320 }
const LEAST_PIXELS = 16

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/**
 * A picture file as a logo: drawn anew, upright and small enough, as PNG, or as JPEG where a photo would be too large.
 * Undefined for what the browser cannot draw, or is smaller than 16 pixels.
 */
export async function readLogo(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture || Math.min(picture.width, picture.height) < LEAST_PIXELS) return undefined
  const scale = Math.min(1, MOST.width / picture.width, MOST.height / picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(LEAST_PIXELS, Math.round(picture.width * scale))
  canvas.height = Math.max(LEAST_PIXELS, Math.round(picture.height * scale))
  const draw = canvas.getContext('2d')
  if (!draw) return undefined
  draw.imageSmoothingQuality = 'high'
  draw.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const png = await blobOf(canvas, 'image/png')
  if (png && png.size <= MOST_BYTES) return base64Of(png)
  const jpeg = await blobOf(canvas, 'image/jpeg', 0.85)
  return jpeg && jpeg.size <= MOST_BYTES ? base64Of(jpeg) : undefined
}
