import { Card, SimpleGrid, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export const roles = ['owner', 'treasurer', 'support', 'read_only'] as const
export type Role = (typeof roles)[number]

/** What each role may, in words. */
export function Roles() {
  const { t } = useTranslation('settings-company')
  return (
    <section>
      <Title order={2} size="h4" mt="xl" mb="sm">
        {t('roles.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        {roles.map((role) => (
          <Card key={role} withBorder>
            <Text fw={600} mb={4}>
              {t(`roles.${role}.name`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`roles.${role}.about`)}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
    </section>
  )
}
