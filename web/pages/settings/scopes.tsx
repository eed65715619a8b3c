import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The area of a scope in the reader's words; one that is younger than the words is named as it is written. */
export function useScopeArea() {
  const { t } = useTranslation('settings')
  return (area: string) => t(`scope.${area}` as 'scope.files', { defaultValue: area })
}

/** What a key or an app may: the scopes of `/v1`, or everything. */
export function Scopes({ scopes }: { scopes: string[] }) {
  const { t } = useTranslation('settings')
  const areaOf = useScopeArea()
  const named = (scope: string) => {
    const [area = '', kind = 'read'] = scope.split('.')
    return `${areaOf(area)}: ${t(`keys.${kind as 'read' | 'write'}`)}`
  }
  return (
    <Group gap={4}>
      {scopes.map((scope) => (
        <Badge key={scope} variant="default" tt="none" fw={500} title={scope}>
          {scope === '*' ? t('keys.all') : named(scope)}
        </Badge>
      ))}
    </Group>
  )
}
