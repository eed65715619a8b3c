import { Alert, Box, Button, FileButton, Group, Image } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { tell } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { readLogo } from './logo-file.ts'
import type { Look } from './look-page.tsx'

const KEY = portal.queryOptions('get', '/company/look').queryKey

export function LogoSection({ look, readOnly }: { look: Look; readOnly: boolean }) {
  const { t } = useTranslation('settings-company')
  const { logo } = look
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const [problem, setProblem] = useState<ReactNode>()
  const say = (error: unknown) => setProblem(sentence(error))
  const set = portal.useMutation('put', '/company/logo', {
    onSuccess: (saved) => {
      queries.setQueryData(KEY, saved)
      tell(t('look.logoSaved'))
    },
    onError: say,
  })
  const remove = portal.useMutation('delete', '/company/logo', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY })
      tell(t('look.logoRemoved'))
    },
    onError: say,
  })
  const choose = async (file: File | null) => {
    if (!file) return
    setProblem(undefined)
    const image = await readLogo(file)
    if (image === undefined) return setProblem(t('look.noPicture'))
    set.mutate({ body: { image } })
  }
  return (
    <Section title={t('look.logo')} about={t('look.logoAbout')}>
      {logo && (
        <Box
          bg="#fff"
          p="md"
          style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 8 }}
        >
          <Image src={logo.url} alt={t('look.logo')} fit="contain" h={64} w="auto" maw="100%" />
        </Box>
      )}
      {problem && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      {!readOnly && (
        <Group>
          <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp">
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconPhoto size={18} aria-hidden />}
                loading={set.isPending}
              >
                {logo ? t('look.replace') : t('look.choose')}
              </Button>
            )}
          </FileButton>
          {logo && (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({})}>
              {t('look.remove')}
            </Button>
          )}
        </Group>
      )}
    </Section>
  )
}
