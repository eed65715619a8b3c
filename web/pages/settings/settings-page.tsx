import { Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { Page } from '../../components/page.tsx'
import { places } from './places.ts'

/** Where everything is set up: what one's role may see of it. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { may, has } = useMe()
  const { routesByPath } = useRouter()
  const groups = Object.entries(places)
    .map(([group, all]) => ({
      group: group as keyof typeof places,
      shown: all.filter(
        ({ name, permission, feature }) =>
          `/desk/settings/${name}` in routesByPath &&
          may(permission) &&
          (feature === undefined || has(feature)),
      ),
    }))
    .filter(({ shown }) => shown.length > 0)
  return (
    <Page title={t('title')}>
      <Stack gap="xl">
        {groups.map(({ group, shown }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <Title order={2} size="h4" mb="sm" id={`settings-${group}`}>
              {t(`group.${group}`)}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
              {shown.map(({ name, icon: Icon }) => (
                <Card
                  key={name}
                  withBorder
                  padding="md"
                  component={Link}
                  to={`/desk/settings/${name}`}
                  style={{ color: 'inherit' }}
                >
                  <Group wrap="nowrap" align="flex-start">
                    <ThemeIcon variant="light" size={40} radius="md" aria-hidden>
                      <Icon size={22} stroke={1.75} />
                    </ThemeIcon>
                    <Stack gap={2}>
                      <Text fw={600}>{t(`place.${name}.title` as 'place.keys.title')}</Text>
                      <Text size="sm" c="dimmed">
                        {t(`place.${name}.about` as 'place.keys.about')}
                      </Text>
                    </Stack>
                  </Group>
                </Card>
              ))}
            </SimpleGrid>
          </section>
        ))}
      </Stack>
    </Page>
  )
}
