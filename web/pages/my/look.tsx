import { Button, Checkbox, MantineThemeProvider, type VariantColorsResolver } from '@mantine/core'
import { useEffect, useMemo, type ReactNode } from 'react'
import type { components } from '../../client/portal.generated.ts'
import { TabName } from '../../components/page.tsx'
import { theme } from '../../theme.ts'

type MyCompany = components['schemas']['MyCompany']

const PRIMARY = theme.primaryColor!

/** What the company's colours change. The server made them so that each is read on its ground (4.5 : 1). */
function variablesOf({ accent, inkOnLight, inkOnDark }: MyCompany['look']['palette']) {
  const ink = `light-dark(${inkOnLight}, ${inkOnDark})`
  const soft = 'light-dark(#f2f5f9, #1d232b)'
  return {
    ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${PRIMARY}-${i}`, accent])),
    [`${PRIMARY}-filled`]: ink,
    [`${PRIMARY}-filled-hover`]: ink,
    [`${PRIMARY}-light`]: soft,
    [`${PRIMARY}-light-hover`]: soft,
    [`${PRIMARY}-light-color`]: ink,
    [`${PRIMARY}-outline`]: ink,
    [`${PRIMARY}-outline-hover`]: soft,
    [`${PRIMARY}-text`]: ink,
    anchor: ink,
  }
}

function resolverOf({ accent, onAccent }: MyCompany['look']['palette']): VariantColorsResolver {
  return (input) => {
    if ((input.color ?? PRIMARY) !== PRIMARY) return theme.variantColorResolver!(input)
    const ink = `var(--mantine-color-${PRIMARY}-text)`
    if (input.variant === 'filled')
      return {
        background: accent,
        // Away from the text on it.
        hover: `color-mix(in srgb, ${accent} 88%, ${onAccent === '#ffffff' ? 'black' : 'white'})`,
        color: onAccent,
        // A pale button is seen by its edge.
        border: `1px solid ${ink}`,
      }
    const colors = theme.variantColorResolver!(input)
    return ['light', 'subtle', 'outline', 'transparent'].includes(input.variant)
      ? { ...colors, color: ink, hoverColor: ink }
      : colors
  }
}

/** The company's own look around its customers' pages: its colours for what can be pressed, its name in the tab. */
export function Look({ company, children }: { company: MyCompany; children: ReactNode }) {
  const { accent, palette } = company.look
  const own = useMemo(
    () =>
      accent === null
        ? {}
        : {
            variantColorResolver: resolverOf(palette),
            components: {
              ...theme.components,
              // Said, or Mantine paints them by the variables, which are ink.
              Button: Button.extend({ defaultProps: { variant: 'filled' } }),
              Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'light-dark(white, black)' } }),
            },
          },
    [accent, palette],
  )
  useEffect(() => {
    if (accent === null) return
    // On the root: menus and dialogs open outside of these pages.
    const { style } = document.documentElement
    const variables = Object.entries(variablesOf(palette))
    for (const [name, value] of variables) style.setProperty(`--mantine-color-${name}`, value)
    return () => {
      for (const [name] of variables) style.removeProperty(`--mantine-color-${name}`)
    }
  }, [accent, palette])
  return (
    <MantineThemeProvider theme={own}>
      <TabName value={company.name}>{children}</TabName>
    </MantineThemeProvider>
  )
}
