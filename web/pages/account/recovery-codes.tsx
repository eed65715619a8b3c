import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'

/** Recovery codes, which are shown this once: to copy, to keep as a file. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const { t } = useTranslation(['account', 'common'])
  const { user } = useMe()
  const text = `Balie – ${user.email}\n\n${codes.join('\n')}\n`
  return (
    <Stack>
      <Alert color="yellow" variant="light" role="note">
        {t('codesOnce')}
      </Alert>
      <SimpleGrid
        cols={{ base: 1, xs: 2 }}
        spacing="xs"
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {codes.map((code) => (
          <li key={code}>
            <Code fz="sm">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? t('common:copied') : t('common:copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="balie-recovery-codes.txt"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('downloadCodes')}
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('codesKept')}</Button>
      </Group>
    </Stack>
  )
}
