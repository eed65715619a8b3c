import { Anchor, Breadcrumbs, Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconFile,
  IconFileTypePdf,
  IconFolder,
  IconFolderPlus,
  IconPhoto,
  IconShare,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useDownload } from '../../client/download.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { DirectoryForm } from './directory-form.tsx'
import { FileMenu } from './file-menu.tsx'
import type { FileOrDirectory } from './file.ts'
import { FilesTabs } from './files-tabs.tsx'
import { filesRoute } from './routes.tsx'
import { ShareForm } from './share-form.tsx'
import { UploadField } from './upload-field.tsx'

export function FilesPage() {
  const { t } = useTranslation(['files', 'common'])
  const { may } = useMe()
  const format = useFormat()
  const { directory, q, sort = 'name' } = filesRoute.useSearch()
  const navigate = useNavigate({ from: filesRoute.fullPath })
  const { download } = useDownload()
  const [creating, { open, close }] = useDisclosure()
  const [sharing, share] = useDisclosure()
  // What was chosen elsewhere is not chosen here.
  const here = `${directory ?? ''} ${q ?? ''}`
  const [choice, setChoice] = useState({ here, files: [] as FileOrDirectory[] })
  const chosen = choice.here === here ? choice.files : []
  const setChosen = (files: FileOrDirectory[]) => setChoice({ here, files })
  const list = v1.useInfiniteQuery(
    'get',
    '/files',
    {
      params: {
        query: { per_page: 100, ...(q ? { search: q } : { sort, ...(directory ? { directory } : {}) }) },
      },
    },
    { ...byNumber, placeholderData: (before) => before },
  )
  const writes = may('files:write')
  const shares = may('fileshare:write')
  const toggle = (file: FileOrDirectory) =>
    setChosen(
      chosen.some(({ id }) => id === file.id) ? chosen.filter(({ id }) => id !== file.id) : [...chosen, file],
    )
  const columns: Column<FileOrDirectory>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (file) => (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <FileIcon file={file} />
          {file.type === 'directory' ? (
            <AnchorLink to="/desk/files" search={{ directory: file.id }}>
              {file.name}
            </AnchorLink>
          ) : (
            <Anchor
              component="button"
              type="button"
              ta="left"
              onClick={() => void download(`/files/${file.id}/download`)}
            >
              {file.name}
            </Anchor>
          )}
        </Group>
      ),
    },
    {
      key: 'size',
      label: t('size'),
      numeric: true,
      cell: ({ size }) => (size === null ? '–' : <span className="amount">{format.bytes(size)}</span>),
    },
    { key: 'since', label: t('added'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
  return (
    <Page
      title={t('title')}
      actions={
        writes && (
          <Button variant="default" leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={open}>
            {t('newDirectory')}
          </Button>
        )
      }
    >
      <FilesTabs here="files">
        <Group mb="md" gap="sm" justify="space-between">
          <SearchField
            label={t('find')}
            value={q}
            onSearch={(words) =>
              void navigate({
                search: (old) =>
                  words ? { ...old, q: words, directory: undefined } : { ...old, q: undefined },
                replace: true,
              })
            }
          />
          <Select
            aria-label={t('sort')}
            data={[
              { value: 'name', label: t('byName') },
              { value: '-createdAt', label: t('byNewest') },
            ]}
            value={sort}
            allowDeselect={false}
            disabled={q !== undefined}
            onChange={(order) =>
              void navigate({
                search: (old) => ({ ...old, sort: order === '-createdAt' ? order : undefined }),
              })
            }
            w={{ base: '100%', xs: 180 }}
          />
        </Group>
        {q === undefined && <Where directory={directory} />}
        {writes && q === undefined && <UploadField directory={directory} />}
        {chosen.length > 0 && (
          <Group mb="sm" gap="sm" role="status">
            <Text size="sm">{t('chosen', { count: chosen.length })}</Text>
            <Button size="xs" leftSection={<IconShare size={14} aria-hidden />} onClick={share.open}>
              {t('share')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setChosen([])}>
              {t('chooseNone')}
            </Button>
          </Group>
        )}
        <DataTable
          caption={t('files')}
          columns={columns}
          rows={rowsOf(list.data)}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState
              icon={<IconFolder />}
              title={q ? t('noneFound') : directory ? t('emptyDirectory') : t('emptyTitle')}
            >
              {q ? t('noneFoundText') : t('emptyText')}
            </EmptyState>
          }
          {...(shares
            ? {
                before: (file: FileOrDirectory) => (
                  <Checkbox
                    aria-label={t('choose', { name: file.name })}
                    checked={chosen.some(({ id }) => id === file.id)}
                    onChange={() => toggle(file)}
                  />
                ),
              }
            : {})}
          after={(file) => <FileMenu file={file} />}
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </FilesTabs>
      <DirectoryForm opened={creating} onClose={close} directory={directory} />
      <ShareForm
        files={sharing ? chosen : undefined}
        onClose={share.close}
        onDone={() => {
          setChosen([])
          void navigate({ to: '/desk/files/shares' })
        }}
      />
    </Page>
  )
}

/** The way from the top to the directory at hand. */
function Where({ directory }: { directory: string | undefined }) {
  const { t } = useTranslation('files')
  const { data } = v1.useQuery(
    'get',
    '/files/{fileOrDirId}',
    { params: { path: { fileOrDirId: directory ?? '' } } },
    { enabled: directory !== undefined },
  )
  if (directory === undefined) return null
  return (
    <Breadcrumbs component="nav" aria-label={t('where')} mb="md" style={{ flexWrap: 'wrap' }}>
      <Anchor component={Link} to="/desk/files">
        {t('top')}
      </Anchor>
      {data?.directories.map(({ id, name }) => (
        <AnchorLink key={id} to="/desk/files" search={{ directory: id }}>
          {name}
        </AnchorLink>
      ))}
      <Text aria-current="page" fw={600}>
        {data?.name ?? '…'}
      </Text>
    </Breadcrumbs>
  )
}

function FileIcon({ file: { type, mime } }: { file: FileOrDirectory }) {
  const Icon =
    type === 'directory'
      ? IconFolder
      : mime === 'application/pdf'
        ? IconFileTypePdf
        : mime?.startsWith('image/')
          ? IconPhoto
          : IconFile
  return <Icon size={20} stroke={1.5} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
}
