import { Button, Group, Input } from '@mantine/core'
import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

const WIDTH = 600
const HEIGHT = 200

interface PadProps {
  /** A PNG as a data URL; null while there is none. */
  onChange(signature: string | null): void
  /** Writes it, for whoever cannot draw. */
  name: string
}

/** A signature, drawn with a finger, a pen or a mouse; by keyboard the name is written in its place. */
export function SignaturePad({ onChange, name }: PadProps) {
  const { t } = useTranslation('my')
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const [drawn, setDrawn] = useState(false)

  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = canvas.current!.getBoundingClientRect()
    return { x: ((clientX - left) * WIDTH) / width, y: ((clientY - top) * HEIGHT) / height }
  }
  const pen = () => {
    const context = canvas.current!.getContext('2d')!
    context.lineWidth = 3
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.strokeStyle = '#101828'
    context.fillStyle = '#101828'
    return context
  }
  const done = () => {
    setDrawn(true)
    onChange(canvas.current!.toDataURL('image/png'))
  }
  const clear = () => {
    pen().clearRect(0, 0, WIDTH, HEIGHT)
    setDrawn(false)
    onChange(null)
  }
  const write = () => {
    const context = pen()
    context.clearRect(0, 0, WIDTH, HEIGHT)
    context.font = 'italic 48px Georgia, serif'
    context.textAlign = 'center'
    context.fillText(name, WIDTH / 2, HEIGHT / 2 + 16, WIDTH - 40)
    done()
  }
  return (
    <Input.Wrapper label={t('offer.signature')} description={t('offer.signatureHint')} labelElement="div">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('offer.signature')}
        style={{
          display: 'block',
          width: '100%',
          marginBlock: 8,
          background: '#fff',
          border: '1px solid var(--mantine-color-dimmed)',
          borderRadius: 'var(--mantine-radius-md)',
          touchAction: 'none',
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = at(event)
        }}
        onPointerMove={(event) => {
          if (!last.current) return
          const to = at(event)
          const context = pen()
          context.beginPath()
          context.moveTo(last.current.x, last.current.y)
          context.lineTo(to.x, to.y)
          context.stroke()
          last.current = to
        }}
        onPointerUp={() => {
          if (last.current) done()
          last.current = null
        }}
        onPointerCancel={() => (last.current = null)}
      />
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={write}>
          {t('offer.writeName')}
        </Button>
        <Button variant="default" size="xs" onClick={clear} disabled={!drawn}>
          {t('offer.clear')}
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
