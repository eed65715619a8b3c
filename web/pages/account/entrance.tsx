import { Center, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languageNames, languages, type Language } from '../../i18n/i18n.ts'

/** A page in front of the desk: one thing to do, in the reader's language. */
export function Entrance(props: { title: string; about?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  useEffect(() => {
    document.title = `${props.title} · Balie`
  }, [props.title])
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={420} gap="md">
        <Text fw={700} fz="lg" ta="center" component="p" m={0}>
          Balie
        </Text>
        <Paper p={{ base: 'lg', sm: 'xl' }} withBorder shadow="xs">
          <Title order={1} size="h2" mb={props.about ? 'xs' : 'lg'}>
            {props.title}
          </Title>
          {props.about && (
            <Text c="dimmed" mb="lg" component="div">
              {props.about}
            </Text>
          )}
          {props.children}
        </Paper>
        <Group justify="center">
          <NativeSelect
            aria-label={t('language')}
            size="sm"
            value={i18n.language}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
          />
        </Group>
      </Stack>
    </Center>
  )
}
