import {
  Anchor,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Menu,
  Modal,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const balie: MantineColorsTuple = [
  '#eaf3fd',
  '#d3e3f5',
  '#a3c5ea',
  '#71a5df',
  '#498ad6',
  '#3079d1',
  '#2270cf',
  '#1a4f8b',
  '#174a86',
  '#0e3c70',
]

/** Mantine's pale variants do not reach 4.5 : 1 (WCAG 1.4.3): ink on them is darker by day and lighter by night here. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const name = input.color ?? input.theme.primaryColor
  if (!['light', 'subtle', 'outline', 'transparent'].includes(input.variant) || !(name in input.theme.colors))
    return colors
  return {
    ...colors,
    color: `light-dark(color-mix(in srgb, var(--mantine-color-${name}-9) 62%, black), var(--mantine-color-${name}-1))`,
  }
}

export const theme = createTheme({
  primaryColor: 'balie',
  primaryShade: { light: 7, dark: 6 },
  colors: { balie },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always', inherit: true } }),
    // Their header is not the page's (ARIA, banner).
    Drawer: Drawer.extend({ defaultProps: { attributes: { header: { role: 'presentation' } } } }),
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: 'presentation' } } } }),
    // The placeholder is a child that a menu may not have (ARIA 1.2, menu).
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4f565e',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#1a4f8b',
  },
  dark: {
    '--mantine-color-text': '#e4e6e9',
    '--mantine-color-dimmed': '#b8bcc2',
    '--mantine-color-placeholder': '#a5aab1',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#a3c5ea',
  },
})
