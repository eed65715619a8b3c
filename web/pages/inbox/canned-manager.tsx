import { ActionIcon, Box, Button, Code, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconMessage2Bolt, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormProblem, tell } from '../../components/form.tsx'
import { EmptyState, ErrorState, useErrorSentence } from '../../components/states.tsx'
import { cannedQuery } from './queries.ts'
import { RichText } from './rich-text.tsx'
import { useEditorText } from './use-editor-text.ts'

type Canned = components['schemas']['CannedAnswer']

const placeholders = ['name', 'invoiceNumber', 'outstanding', 'company', 'colleague'] as const

/** The answers that are given often: found, written, changed, deleted. */
export function CannedManager({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['inbox', 'common'])
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({ ...cannedQuery, enabled: opened })
  const [editing, setEditing] = useState<Canned | 'new'>()
  const [deleting, setDeleting] = useState<Canned>()
  const changed = () => queries.invalidateQueries({ queryKey: cannedQuery.queryKey })
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        title={t('cannedManage')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {editing ? (
          <CannedForm
            key={editing === 'new' ? 'new' : editing.id}
            canned={editing === 'new' ? undefined : editing}
            onDone={() => {
              setEditing(undefined)
              void changed()
            }}
          />
        ) : (
          <Stack>
            {error && <ErrorState error={error} onRetry={() => void refetch()} />}
            {data?.length === 0 && (
              <EmptyState icon={<IconMessage2Bolt />} title={t('cannedNone')}>
                {t('cannedAbout')}
              </EmptyState>
            )}
            <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('canned')}>
              {data?.map((canned) => (
                <Group key={canned.id} component="li" justify="space-between" wrap="nowrap">
                  <Box miw={0}>
                    <Text fw={600} truncate>
                      {canned.name}
                    </Text>
                  </Box>
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      onClick={() => setEditing(canned)}
                      aria-label={t('changeOf', { name: canned.name })}
                    >
                      <IconPencil size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      onClick={() => setDeleting(canned)}
                      aria-label={t('deleteOf', { name: canned.name })}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Group>
              ))}
            </Stack>
            <Group>
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
                {t('cannedNew')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      {deleting && (
        <ConfirmModal
          opened
          onClose={() => setDeleting(undefined)}
          title={t('cannedDelete')}
          action={t('common:delete')}
          danger
          onConfirm={async () => {
            await portalFetch.DELETE('/canned-answers/{cannedAnswerId}', {
              params: { path: { cannedAnswerId: deleting.id } },
            })
            await changed()
          }}
        >
          {t('cannedDeleteAbout', { name: deleting.name })}
        </ConfirmModal>
      )}
    </>
  )
}

function CannedForm({ canned, onDone }: { canned: Canned | undefined; onDone(): void }) {
  const { t } = useTranslation(['inbox', 'common'])
  const sentence = useErrorSentence()
  const [name, setName] = useState(canned?.name ?? '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const editor = useEditorText({ label: t('cannedText'), initial: canned?.html ?? '' })
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { name, message: editor.getHTML() }
      if (canned)
        await portalFetch.PUT('/canned-answers/{cannedAnswerId}', {
          params: { path: { cannedAnswerId: canned.id } },
          body,
        })
      else await portalFetch.POST('/canned-answers', { body })
      tell(t('common:saved'))
      onDone()
    } catch (error) {
      setProblem(sentence(error))
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack>
        <TextInput
          label={t('cannedName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={100}
          data-autofocus
        />
        <Input.Wrapper label={t('cannedText')} labelElement="div" description={t('placeholders')}>
          <Group gap={4} my={6}>
            {placeholders.map((one) => (
              <Button
                key={one}
                size="compact-xs"
                variant="default"
                onClick={() => editor.chain().focus().insertContent(`{{${one}}}`).run()}
              >
                <Code bg="transparent">{`{{${one}}}`}</Code>
              </Button>
            ))}
          </Group>
          <RichText editor={editor} />
        </Input.Wrapper>
        <FormProblem problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone} disabled={busy}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === '' || editor.isEmpty}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
