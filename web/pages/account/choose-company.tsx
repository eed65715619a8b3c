import { NavLink, Paper, Stack } from '@mantine/core'
import { IconBuilding, IconChevronRight } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { Me } from '../../client/me.ts'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'

/** For who works for several companies and for none at the moment. */
export function ChooseCompany({ me }: { me: Me }) {
  const { t } = useTranslation(['desk', 'account'])
  const queries = useQueryClient()
  const choose = portal.useMutation('put', '/session/company', { onSuccess: () => queries.clear() })
  return (
    <Page title={t('desk:choose')} about={me.companies.length === 0 ? t('desk:nowhere') : undefined} narrow>
      {choose.error && <ErrorState error={choose.error} />}
      <Stack>
        {me.companies.map(({ id, name, role }) => (
          <Paper key={id} withBorder>
            <NavLink
              component="button"
              p="md"
              label={name}
              description={t(`account:role.${role}`)}
              leftSection={<IconBuilding size={22} stroke={1.5} aria-hidden />}
              rightSection={<IconChevronRight size={18} aria-hidden />}
              onClick={() => choose.mutate({ body: { companyId: id } })}
            />
          </Paper>
        ))}
      </Stack>
    </Page>
  )
}
