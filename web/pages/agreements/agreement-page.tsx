import { Button, Card, Code, Group, Image, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconMail, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useDownload } from '../../client/download.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { Fact } from '../../components/fact.tsx'
import { tell } from '../../components/form.tsx'
import { BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { agreementRoute } from './routes.tsx'

type Agreement = components['schemas']['AgreementWithDetails']

export function AgreementPage() {
  const { t } = useTranslation(['agreements', 'common'])
  const { agreementId } = agreementRoute.useParams()
  const {
    data: agreement,
    error,
    refetch,
  } = v1.useQuery('get', '/agreements/{agreementId}', {
    params: { path: { agreementId } },
  })
  return (
    <Page
      title={agreement?.name ?? t('one')}
      above={<BackLink to="/desk/agreements">{t('title')}</BackLink>}
      actions={agreement && <Withdraw agreement={agreement} />}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!agreement && !error && <Skeleton height={240} />}
      {agreement && (
        <Stack gap="lg">
          <SimpleGrid component="dl" cols={{ base: 1, xs: 3 }} m={0}>
            <Fact label={t('state')}>
              <StateBadge color={agreement.status === 'signed' ? 'teal' : 'balie'}>
                {agreement.status === 'signed' ? t('signed') : t('waiting')}
              </StateBadge>
            </Fact>
            <Fact label={t('byUs')}>{agreement.signerName}</Fact>
            <Fact label={t('sent')}>
              <Moment at={agreement.createdAt} />
            </Fact>
          </SimpleGrid>
          <section>
            <Title order={2} size="h4" mb="sm">
              {t('signers')}
            </Title>
            <SimpleGrid component="ul" cols={{ base: 1, sm: 2 }} p={0} m={0} style={{ listStyle: 'none' }}>
              {agreement.signers.map((signer) => (
                <Signer key={signer.id} agreementId={agreement.id} signer={signer} />
              ))}
            </SimpleGrid>
          </section>
          <Documents agreement={agreement} />
        </Stack>
      )}
    </Page>
  )
}

function Signer({ agreementId, signer }: { agreementId: string; signer: Agreement['signers'][number] }) {
  const { t } = useTranslation('agreements')
  const { may } = useMe()
  const [asking, setAsking] = useState(false)
  const remind = v1.useMutation('post', '/agreements/{agreementId}/signers/{signerId}/reminder')
  const name = `${signer.firstName} ${signer.lastName}`
  return (
    <Card component="li" withBorder>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {signer.email}
          </Text>
        </div>
        <StateBadge color={signer.signedAt ? 'teal' : 'balie'}>
          {signer.signedAt ? t('hasSigned') : t('invited')}
        </StateBadge>
      </Group>
      {signer.signedAt ? (
        <Stack gap={4} mt="sm">
          <Text size="sm">
            <Moment at={signer.signedAt} />
            {signer.shouldIdentify && ` · ${t('identified')}`}
          </Text>
          <Image
            src={signer.signature}
            alt={t('signatureOf', { name })}
            maw={220}
            bg="white"
            p={4}
            radius="sm"
          />
        </Stack>
      ) : (
        may('agreements:write') && (
          <Group mt="sm">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconMail size={14} aria-hidden />}
              aria-label={t('remindWho', { name })}
              onClick={() => setAsking(true)}
            >
              {t('remind')}
            </Button>
          </Group>
        )
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('remindTitle', { name })}
        action={t('remind')}
        onConfirm={async () => {
          await remind.mutateAsync({ params: { path: { agreementId, signerId: signer.id } } })
          tell(t('reminded', { name }))
        }}
      >
        {t('remindText', { email: signer.email })}
      </ConfirmModal>
    </Card>
  )
}

function Documents({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const format = useFormat()
  const { download } = useDownload()
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {t('documents')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {agreement.status === 'signed' ? t('sealedAbout') : t('unsealedAbout')}
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {agreement.documents.map(({ id, documentName, fileSize, fileHash }) => (
          <Card key={id} component="li" withBorder padding="sm">
            <Group justify="space-between" align="flex-start">
              <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
                <Text fw={600}>{documentName}</Text>
                <Text size="sm" c="dimmed">
                  {format.bytes(fileSize)} · SHA-256 <Code>{fileHash.slice(0, 16)}…</Code>
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconDownload size={14} aria-hidden />}
                aria-label={t('downloadWhat', { name: documentName })}
                onClick={() => void download(`/agreements/${agreement.id}/documents/${id}/download`)}
              >
                {t('download')}
              </Button>
            </Group>
          </Card>
        ))}
      </Stack>
    </section>
  )
}

function Withdraw({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const { may } = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const remove = v1.useMutation('delete', '/agreements/{agreementId}')
  if (!may('agreements:write') || agreement.signers.some(({ signedAt }) => signedAt !== null)) return null
  return (
    <>
      <Button
        variant="light"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('withdraw')}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdrawTitle', { name: agreement.name })}
        action={t('withdraw')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { agreementId: agreement.id } } })
          tell(t('withdrawn'))
          await navigate({ to: '/desk/agreements', search: {} })
          await queries.invalidateQueries({ queryKey: ['get', '/agreements'] })
        }}
      >
        {t('withdrawText')}
      </ConfirmModal>
    </>
  )
}
