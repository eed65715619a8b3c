import { Anchor, Button, Card, Image, Menu, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { IconCheck, IconFileTypePdf, IconSend, IconTrash, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useDownload } from '../../client/download.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { CopyLink } from '../../components/copy-link.tsx'
import { Fact } from '../../components/fact.tsx'
import { tell } from '../../components/form.tsx'
import { BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { RowMenu } from '../../components/row-menu.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Day, Moment, StateBadge } from '../../components/values.tsx'
import { offerColors, offerState, type Offer } from './offer-state.ts'
import { offerRoute } from './routes.tsx'

export function OfferPage() {
  const { t } = useTranslation(['offers', 'common'])
  const { offerId } = offerRoute.useParams()
  const {
    data: offer,
    error,
    refetch,
  } = v1.useQuery('get', '/customer-offers/{offerId}', {
    params: { path: { offerId } },
  })
  const { nameOf } = useCustomerNames([offer?.customerId])
  return (
    <Page
      title={offer ? t('titleOf', { number: offer.offerNumber }) : t('one')}
      above={<BackLink to="/desk/offers">{t('title')}</BackLink>}
      actions={offer && <Actions offer={offer} />}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!offer && !error && <Skeleton height={180} />}
      {offer && (
        <Stack gap="lg">
          <Card withBorder>
            <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 4 }} m={0}>
              <Fact label={t('customer')}>
                <Anchor component={Link} to={`/desk/customers/${offer.customerId}`}>
                  {nameOf(offer.customerId) ?? '…'}
                </Anchor>
              </Fact>
              <Fact label={t('amountInclVat')}>
                <Amount value={offer.amount} currency={offer.currency} />
              </Fact>
              <Fact label={t('issued')}>
                <Day at={offer.issuedAt} />
              </Fact>
              <Fact label={t('until')}>
                <Day at={offer.expiresAt} />
              </Fact>
              <Fact label={t('state')}>
                <StateBadge color={offerColors[offerState(offer)]}>{t(`is.${offerState(offer)}`)}</StateBadge>
              </Fact>
              {(offer.acceptedAt ?? offer.rejectedAt) && (
                <Fact label={t('answeredAt')}>
                  <Moment at={(offer.acceptedAt ?? offer.rejectedAt)!} />
                </Fact>
              )}
              {offer.acceptedViaIp && <Fact label={t('via')}>{offer.acceptedViaIp}</Fact>}
            </SimpleGrid>
          </Card>
          {offer.acceptanceSignature && (
            <Card withBorder>
              <Fact label={t('signature')}>
                <Image
                  src={offer.acceptanceSignature}
                  alt={t('signature')}
                  maw={320}
                  bg="white"
                  p="xs"
                  radius="sm"
                />
              </Fact>
            </Card>
          )}
          {offerState(offer) === 'open' && (
            <CopyLink label={t('publicLink')} href={offer.links.publicOffer.href} />
          )}
        </Stack>
      )}
    </Page>
  )
}

type Doing = 'send' | 'accept' | 'reject' | 'delete'

function Actions({ offer }: { offer: Offer }) {
  const { t } = useTranslation(['offers', 'common'])
  const { may } = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { download, busy } = useDownload()
  const [doing, setDoing] = useState<Doing>()
  const path = { offerId: offer.id }
  const send = v1.useMutation('post', '/customer-offers/{offerId}/notification')
  const answer = v1.useMutation('patch', '/customer-offers/{offerId}')
  const remove = v1.useMutation('delete', '/customer-offers/{offerId}')
  const writes = may('offers:write')
  const state = offerState(offer)
  const unanswered = state === 'open' || state === 'expired'
  const refresh = () =>
    Promise.all(
      ['/customer-offers', '/customer-offers/{offerId}'].map((one) =>
        queries.invalidateQueries({ queryKey: ['get', one] }),
      ),
    )
  const now = () => new Date().toISOString()
  const work: Record<Doing, () => Promise<void>> = {
    async send() {
      await send.mutateAsync({ params: { path } })
      tell(t('sent'))
    },
    async accept() {
      await answer.mutateAsync({ params: { path }, body: { acceptedAt: now() } })
      await refresh()
    },
    async reject() {
      await answer.mutateAsync({ params: { path }, body: { rejectedAt: now() } })
      await refresh()
    },
    async delete() {
      await remove.mutateAsync({ params: { path } })
      tell(t('deleted', { number: offer.offerNumber }))
      await navigate({ to: '/desk/offers', search: {} })
      await queries.invalidateQueries({ queryKey: ['get', '/customer-offers'] })
    },
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        loading={busy}
        onClick={() => void download(`/customer-offers/${offer.id}/pdf`)}
      >
        {t('pdf')}
      </Button>
      {writes && state === 'open' && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setDoing('send')}>
          {t('send')}
        </Button>
      )}
      {writes && state !== 'accepted' && (
        <RowMenu label={t('moreActions')}>
          {unanswered && (
            <>
              <Menu.Item leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setDoing('accept')}>
                {t('accept')}
              </Menu.Item>
              <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => setDoing('reject')}>
                {t('reject')}
              </Menu.Item>
            </>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setDoing('delete')}
          >
            {t('common:delete')}
          </Menu.Item>
        </RowMenu>
      )}
      {(['send', 'accept', 'reject', 'delete'] as const).map((one) => (
        <ConfirmModal
          key={one}
          opened={doing === one}
          onClose={() => setDoing(undefined)}
          title={t(`ask.${one}`, { number: offer.offerNumber })}
          action={one === 'delete' ? t('common:delete') : t(one)}
          danger={one === 'delete'}
          onConfirm={work[one]}
        >
          {t(`askText.${one}`)}
        </ConfirmModal>
      ))}
    </>
  )
}
