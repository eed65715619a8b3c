import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

const WIDTH = 600
const HEIGHT = 180
const INK = '#0e3c70'

interface SignatureFieldProps {
  /** What is written where one does not draw. */
  name: string
  /** A PNG as data URL; null while there is none. */
  onChange(data: string | null): void
}

/** A signature: drawn with mouse, finger or pen, or one's name as it is typed. */
export function SignatureField({ name, onChange }: SignatureFieldProps) {
  const { t } = useTranslation('agreements')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [way, setWay] = useState<'typed' | 'drawn'>('typed')
  const [drawn, setDrawn] = useState(false)
  const last = useRef<{ x: number; y: number }>(undefined)
  const clear = () => canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)

  const write = useEffectEvent((text: string) => {
    clear()
    const context = canvas.current?.getContext('2d')
    if (!context || text.trim() === '') return onChange(null)
    let size = 84
    do context.font = `italic ${size}px "Segoe Script", "Bradley Hand", "Snell Roundhand", cursive`
    while (context.measureText(text).width > WIDTH - 40 && (size -= 4) > 16)
    context.fillStyle = INK
    context.textBaseline = 'middle'
    context.fillText(text, 20, HEIGHT / 2)
    onChange(canvas.current!.toDataURL('image/png'))
  })
  useEffect(() => {
    if (way === 'typed') write(name)
  }, [way, name])

  const placeOf = ({ nativeEvent, currentTarget }: PointerEvent<HTMLCanvasElement>) => ({
    x: (nativeEvent.offsetX / currentTarget.clientWidth) * WIDTH,
    y: (nativeEvent.offsetY / currentTarget.clientHeight) * HEIGHT,
  })
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (way !== 'drawn') return
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = placeOf(event)
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = canvas.current?.getContext('2d')
    if (!last.current || !context) return
    const next = placeOf(event)
    context.strokeStyle = INK
    context.lineWidth = 4
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(last.current.x, last.current.y)
    context.lineTo(next.x, next.y)
    context.stroke()
    last.current = next
    setDrawn(true)
  }
  const end = () => {
    if (!last.current) return
    last.current = undefined
    if (drawn) onChange(canvas.current!.toDataURL('image/png'))
  }
  const startAgain = () => {
    clear()
    setDrawn(false)
    onChange(null)
  }
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('howToSign')}
        value={way}
        onChange={(next) => {
          setWay(next)
          if (next === 'drawn') startAgain()
        }}
        data={[
          { value: 'typed', label: t('typed') },
          { value: 'drawn', label: t('drawn') },
        ]}
      />
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('signature')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
        style={{
          width: '100%',
          maxWidth: WIDTH,
          aspectRatio: `${WIDTH} / ${HEIGHT}`,
          background: 'white',
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-md)',
          touchAction: way === 'drawn' ? 'none' : 'auto',
          cursor: way === 'drawn' ? 'crosshair' : 'default',
        }}
      />
      {way === 'drawn' && (
        <Group>
          <Button variant="default" size="xs" disabled={!drawn} onClick={startAgain}>
            {t('drawAgain')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
