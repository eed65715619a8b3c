import { Box, Button, ColorInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import type { Look } from './look-page.tsx'

/** As they are typed; empty: none of its own. */
export interface Colours extends Record<string, string> {
  accent: string
  band: string
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** Colours that clubs have, to begin with. */
const SWATCHES = [
  '#1a4f8b',
  '#0b7285',
  '#2b8a3e',
  '#e67700',
  '#c92a2a',
  '#862e9c',
  '#212529',
  '#ffd43b',
  '#ffffff',
]

interface ColoursSectionProps {
  look: Look
  colours: Colours
  onChange(colours: Colours): void
  readOnly: boolean
}

export function ColoursSection({ look, colours, onChange, readOnly }: ColoursSectionProps) {
  const { t } = useTranslation(['settings-company', 'common'])
  const queries = useQueryClient()
  const check = (value: string) => (value === '' || isColour(value) ? null : t('look.notColour'))
  const form = useForm<Colours>({
    initialValues: colours,
    validate: { accent: check, band: check },
    onValuesChange: onChange,
  })
  const { submit, busy, problem } = useSubmit(form)
  const change = portal.useMutation('put', '/company/look')
  const changed = colours.accent !== (look.accent ?? '') || colours.band !== (look.band ?? '')
  const input = (name: 'accent' | 'band') => (
    <ColorInput
      label={t(`look.${name}`)}
      description={t('look.none')}
      placeholder="#1a4f8b"
      format="hex"
      swatches={SWATCHES}
      swatchesPerRow={9}
      readOnly={readOnly}
      withEyeDropper={false}
      popoverProps={{ withinPortal: true }}
      {...form.getInputProps(name)}
    />
  )
  return (
    <Section title={t('look.colours')} about={t('look.coloursAbout')}>
      <form
        onSubmit={submit(async ({ accent, band }) => {
          const body = { ...(accent === '' ? {} : { accent }), ...(band === '' ? {} : { band }) }
          const saved = await change.mutateAsync({ body })
          queries.setQueryData(portal.queryOptions('get', '/company/look').queryKey, saved)
          form.setValues({ accent: saved.accent ?? '', band: saved.band ?? '' })
          tell(t('common:saved'))
        })}
      >
        {input('accent')}
        <Box mt="md">{input('band')}</Box>
        <FormProblem problem={problem} />
        {!readOnly && (
          <Button type="submit" mt="lg" loading={busy} disabled={!changed}>
            {t('common:save')}
          </Button>
        )}
      </form>
    </Section>
  )
}
