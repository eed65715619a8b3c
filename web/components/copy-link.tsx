import { ActionIcon, CopyButton, Group, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A link to hand to somebody else: to be copied, or looked at. */
export function CopyLink({ label, href }: { label: string; href: string }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={href}
        readOnly
        flex={1}
        miw={0}
        onFocus={(e) => e.currentTarget.select()}
      />
      <CopyButton value={href}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('copied') : t('copy')}>
            <ActionIcon
              variant="default"
              size={36}
              onClick={copy}
              aria-label={copied ? t('copied') : t('copy')}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
      <Tooltip label={t('open')}>
        <ActionIcon
          component="a"
          href={href}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size={36}
          aria-label={t('open')}
        >
          <IconExternalLink size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
