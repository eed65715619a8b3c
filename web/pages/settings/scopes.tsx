import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What a key or an app may: the scopes of `/v1`, or everything. */
export function Scopes({ scopes }: { scopes: string[] }) {
  const { t } = useTranslation('settings')
  return (
    <Group gap={4}>
      {scopes.map((scope) => (
        <Badge key={scope} variant="default" tt="none" fw={500}>
          {scope === '*' ? t('keys.all') : scope}
        </Badge>
      ))}
    </Group>
  )
}
