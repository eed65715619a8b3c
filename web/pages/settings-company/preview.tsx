import { Box, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Look } from './look-page.tsx'

/** The grounds of the pages that customers see, by day and by night. */
const grounds = {
  light: { page: '#ffffff', ink: '#000000', line: '#8884' },
  dark: { page: '#12161b', ink: '#ffffff', line: '#8884' },
}

interface PreviewProps {
  scheme: 'light' | 'dark'
  palette: components['schemas']['Palette']
  logo: Look['logo']
}

/** An invoice in small, as its customer sees it; it does nothing. */
export function Preview({ scheme, palette, logo }: PreviewProps) {
  const { t } = useTranslation('settings-company')
  const { company } = useMe()
  const { money } = useFormat()
  const { page, ink, line } = grounds[scheme]
  const bare = palette.band === null
  const link = scheme === 'light' ? palette.inkOnLight : palette.inkOnDark
  return (
    <Box component="figure" m={0}>
      <Text component="figcaption" size="sm" c="dimmed" mb={6}>
        {scheme === 'light' ? t('look.byDay') : t('look.byNight')}
      </Text>
      <Box
        bg={page}
        c={ink}
        style={{ border: `1px solid ${line}`, borderRadius: 12, overflow: 'hidden', colorScheme: scheme }}
      >
        {(logo || !bare) && (
          <Box
            px="md"
            pt="md"
            pb={bare ? 0 : 'md'}
            bg={palette.band ?? undefined}
            c={palette.onBand ?? undefined}
          >
            {logo ? (
              <img
                src={logo.url}
                alt={company.name}
                style={{
                  display: 'block',
                  maxWidth: 'min(100%, 14rem)',
                  maxHeight: '3rem',
                  ...(bare && scheme === 'dark' ? { background: '#fff', padding: 8, borderRadius: 8 } : {}),
                }}
              />
            ) : (
              <strong>{company.name}</strong>
            )}
          </Box>
        )}
        <Box p="md">
          <Text fw={700} fz="lg" c="inherit">
            {t('look.sample.title')}
          </Text>
          <Text c="inherit" size="sm">
            {company.name}
          </Text>
          <Text c="inherit" fw={600} my="sm">
            {t('look.sample.outstanding')} {money(4250, company.currency)}
          </Text>
          <Box
            component="span"
            display="block"
            ta="center"
            fw={600}
            py={10}
            bg={palette.accent}
            c={palette.onAccent}
            style={{ borderRadius: 8 }}
          >
            {t('look.sample.pay')} {money(4250, company.currency)}
          </Box>
          <Box component="span" display="inline-block" mt="sm" c={link} td="underline" fz="sm">
            {t('look.sample.link')}
          </Box>
        </Box>
      </Box>
    </Box>
  )
}
