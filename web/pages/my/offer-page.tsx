import { Alert, Anchor, Button, Card, Group, Image, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState, useErrorSentence } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { BackTo } from './back-to.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { useThingId } from './use-my.ts'

type Offer = components['schemas']['PublicOffer']

/** One offer: what is offered, and the answer to it. */
export function OfferPage() {
  const { t } = useTranslation('my')
  const id = useThingId()
  const offer = portal.useQuery('get', '/my/offers/{id}', { params: { path: { id } } })
  const { data } = offer
  return (
    <Page
      narrow
      title={data ? `${t('offer.title')} ${data.offerNumber}` : t('offer.title')}
      about={data?.recipient}
      above={<BackTo to="/my/$company/offers" label="offers" />}
    >
      {offer.error && <ErrorState error={offer.error} onRetry={() => void offer.refetch()} />}
      {!data && !offer.error && <Skeleton h={220} />}
      {data && (
        <>
          <Card withBorder padding="lg" mb="lg">
            <Text c="dimmed">{t('offer.total')}</Text>
            <Text fz={36} fw={700} lh={1.2}>
              <Amount value={data.amount} currency={data.currency} />
            </Text>
            <Text>
              {t('offer.until')} <Day at={data.expiresAt} />
            </Text>
            <Anchor href={`/api/portal/my/offers/${id}/pdf`} download mt="sm">
              <IconFileDownload size={18} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
              {t('offer.pdf')}
            </Anchor>
          </Card>
          {data.lines.length > 0 && <Lines offer={data} />}
          <Answer offer={data} id={id} />
        </>
      )}
    </Page>
  )
}

function Lines({ offer }: { offer: Offer }) {
  const { t } = useTranslation('my')
  return (
    <Table mb="xl" verticalSpacing="sm" aria-label={t('offer.lines')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('line.description')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('offer.excludingVat')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {offer.lines.map(({ description, amountExclVat }, i) => (
          <Table.Tr key={i}>
            <Table.Td>{description}</Table.Td>
            <Table.Td ta="right">
              <Amount value={amountExclVat} currency={offer.currency} />
            </Table.Td>
          </Table.Tr>
        ))}
        {offer.vat.map(({ rate, amount }) => (
          <Table.Tr key={rate}>
            <Table.Td c="dimmed">{t('offer.vat', { rate })}</Table.Td>
            <Table.Td ta="right">
              <Amount value={amount} currency={offer.currency} />
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">{t('offer.total')}</Table.Th>
          <Table.Td ta="right" fw={700}>
            <Amount value={offer.amount} currency={offer.currency} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

function Answer({ offer, id }: { offer: Offer; id: string }) {
  const { t } = useTranslation('my')
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const [signature, setSignature] = useState<string | null>(null)
  const [rejecting, { open, close }] = useDisclosure()
  const changed = () => queries.invalidateQueries({ queryKey: ['get'] })
  const accept = portal.useMutation('post', '/my/offers/{id}/accept', { onSuccess: changed })
  const reject = portal.useMutation('post', '/my/offers/{id}/reject', { onSuccess: changed })
  const params = { path: { id } }
  if (offer.state !== 'open')
    return (
      <Alert role="status" variant="light" color={offer.state === 'accepted' ? 'teal' : 'gray'}>
        <Text c="var(--mantine-color-text)">{t(`offer.answered.${offer.state}`)}</Text>
        {offer.acceptanceSignature !== null && (
          <Image
            src={offer.acceptanceSignature}
            alt={t('offer.signature')}
            maw={300}
            mt="sm"
            bg="white"
            radius="md"
          />
        )}
      </Alert>
    )
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h3" mb="xs">
        {t('offer.accept')}
      </Title>
      <Stack>
        <SignaturePad name={offer.recipient} onChange={setSignature} />
        {accept.error && (
          <Alert role="alert" color="red" variant="light">
            {sentence(accept.error)}
          </Alert>
        )}
        <Group>
          <Button
            disabled={signature === null}
            loading={accept.isPending}
            onClick={() => signature !== null && accept.mutate({ params, body: { signature } })}
          >
            {t('offer.sign')}
          </Button>
          <Button variant="default" onClick={open}>
            {t('offer.reject')}
          </Button>
        </Group>
      </Stack>
      <ConfirmModal
        opened={rejecting}
        onClose={close}
        title={t('offer.reject')}
        action={t('offer.reject')}
        danger
        onConfirm={() => reject.mutateAsync({ params })}
      >
        {t('offer.rejectSure')}
      </ConfirmModal>
    </Card>
  )
}
