import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, readableOn, textOn } from './contrast.ts'
import { paletteOf } from './look.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is that of WCAG 2.2', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#123456', '#123456'), 1)
  // The grey that is just readable on white.
  assert.ok(contrast('#767676', '#ffffff') >= 4.5 && contrast('#777777', '#ffffff') < 4.5)
})

test('whatever a company chooses, every text on it and of it is read', () => {
  fc.assert(
    fc.property(colour, colour, (accent, band) => {
      const palette = paletteOf({ accent, band })
      assert.ok(contrast(accent, palette.onAccent) >= 4.5)
      assert.ok(contrast(band, palette.onBand!) >= 4.5)
      for (const ground of ['#ffffff', '#f2f5f9', '#e3f4e6', '#fbe9e7'])
        assert.ok(contrast(ground, palette.inkOnLight) >= 4.5, ground)
      for (const ground of ['#121212', '#1d232b', '#17341d', '#40201c'])
        assert.ok(contrast(ground, palette.inkOnDark) >= 4.5, ground)
    }),
  )
})

test('a colour that is read already stays as it is', () => {
  assert.equal(readableOn(['#ffffff'], '#1a4f8b'), '#1a4f8b')
  assert.equal(textOn('#1a4f8b'), '#ffffff')
})
