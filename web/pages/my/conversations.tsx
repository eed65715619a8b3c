import {
  Anchor,
  Button,
  Card,
  Group,
  Modal,
  Select,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconMessages } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, sendForm } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { AttachmentInput, Attachments, formOf } from './attachments.tsx'
import { BackTo } from './back-to.tsx'
import { MoreOfOwn } from './own-list.tsx'
import { Said } from './said.tsx'
import { Say } from './say.tsx'
import { ServerHtml } from './server-html.tsx'
import { useCompanyId, useMy, useThingId } from './use-my.ts'

const colorOf = { unanswered: 'blue', answered: 'teal', archived: 'gray' }

export function ConversationsPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const { customers } = useMy()
  const [asking, { open, close }] = useDisclosure()
  const list = portal.useInfiniteQuery('get', '/my/conversations', { params: { query: {} } }, byNextCursor)
  const rows = rowsOf(list.data)
  return (
    <Page
      narrow
      title={t('nav.conversations')}
      actions={customers.length > 0 && <Button onClick={open}>{t('conversation.new')}</Button>}
    >
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Skeleton h={90} />}
      {rows?.length === 0 && (
        <EmptyState icon={<IconMessages />} title={t('empty.conversations')}>
          {t('empty.conversationsText')}
        </EmptyState>
      )}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows?.map((one) => (
          <Card key={one.id} component="li" withBorder padding="md">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Anchor
                fw={600}
                renderRoot={(props) => (
                  <Link to="/my/$company/conversations/$id" params={{ company, id: one.id }} {...props} />
                )}
              >
                {one.title}
              </Anchor>
              <StateBadge color={colorOf[one.state]}>{t(`conversation.states.${one.state}`)}</StateBadge>
            </Group>
            <Text size="sm" lineClamp={2}>
              {one.lastFrom === 'customer' ? `${t('you')}: ` : ''}
              {one.lastText}
            </Text>
            <Text size="sm" c="dimmed">
              <Moment at={one.lastMessageAt} ago />
            </Text>
          </Card>
        ))}
      </Stack>
      <MoreOfOwn list={list} />
      <NewConversation opened={asking} onClose={close} />
    </Page>
  )
}

function NewConversation({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['my', 'common'])
  const { customers, company } = useMy()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [files, setFiles] = useState<File[]>([])
  const form = useForm({ initialValues: { customerId: customers[0]?.id ?? '', title: '', message: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('conversation.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit(async (values) => {
          const made = await sendForm<{ id: string }>(
            'POST',
            '/api/portal/my/conversations',
            formOf(values, files),
          )
          await queries.invalidateQueries({ queryKey: ['get'] })
          await navigate({
            to: '/my/$company/conversations/$id',
            params: { company: company.id, id: made.id },
          })
        })}
      >
        <Stack>
          {customers.length > 1 && (
            <Select
              label={t('conversation.as')}
              data={customers.map(({ id, name }) => ({ value: id, label: name }))}
              allowDeselect={false}
              {...form.getInputProps('customerId')}
            />
          )}
          <TextInput
            label={t('conversation.subject')}
            maxLength={200}
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('conversation.message')}
            autosize
            minRows={4}
            maxLength={50_000}
            required
            withAsterisk={false}
            {...form.getInputProps('message')}
          />
          <AttachmentInput value={files} onChange={setFiles} />
          <FormProblem problem={problem} />
        </Stack>
        <FormButtons action={t('conversation.send')} busy={busy} onCancel={onClose} />
      </form>
    </Modal>
  )
}

export function ConversationPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const id = useThingId()
  const conversation = portal.useQuery(
    'get',
    '/my/conversations/{ticketId}',
    { params: { path: { ticketId: id } } },
    { refetchInterval: 30_000 },
  )
  const { data } = conversation
  return (
    <Page
      narrow
      title={data?.title ?? t('nav.conversations')}
      above={<BackTo to="/my/$company/conversations" label="conversations" />}
      about={
        data &&
        data.invoiceId !== null && (
          <Anchor
            renderRoot={(props) => (
              <Link to="/my/$company/invoices/$id" params={{ company, id: data.invoiceId! }} {...props} />
            )}
          >
            {t('conversation.toInvoice')}
          </Anchor>
        )
      }
    >
      {conversation.error && (
        <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />
      )}
      {!data && !conversation.error && <Skeleton h={120} />}
      {data && (
        <>
          <Stack gap="sm" component="ul" p={0} m={0} mb="lg" style={{ listStyle: 'none' }}>
            {data.messages.map((message) => (
              <Said
                key={message.id}
                mine={message.from === 'customer'}
                author={message.from === 'customer' ? t('you') : message.author}
                at={message.postedAt}
              >
                <ServerHtml html={message.html} />
                <Attachments
                  of={message.attachments}
                  base={`/api/portal/my/conversations/${id}/attachments`}
                />
              </Said>
            ))}
          </Stack>
          <Say
            path={`/api/portal/my/conversations/${id}/messages`}
            label={t('conversation.message')}
            onSaid={() => void conversation.refetch()}
          />
        </>
      )}
    </Page>
  )
}
