import { Menu } from '@mantine/core'
import { IconCursorText, IconDownload, IconFolderSymlink, IconShare, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useDownload } from '../../client/download.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { tell } from '../../components/form.tsx'
import { RowMenu } from '../../components/row-menu.tsx'
import { DirectoryForm } from './directory-form.tsx'
import { useRefreshFiles, type FileOrDirectory } from './file.ts'
import { MoveForm } from './move-form.tsx'
import { ShareForm } from './share-form.tsx'

/** What can be done with a file or a directory. */
export function FileMenu({ file }: { file: FileOrDirectory }) {
  const { t } = useTranslation(['files', 'common'])
  const { may } = useMe()
  const { download } = useDownload()
  const refresh = useRefreshFiles()
  const [doing, setDoing] = useState<'rename' | 'move' | 'share' | 'delete'>()
  const done = () => setDoing(undefined)
  const remove = v1.useMutation('delete', '/files/{fileOrDirId}')
  const writes = may('files:write')
  const isFile = file.type === 'file'
  if (!isFile && !writes && !may('fileshare:write')) return null
  return (
    <>
      <RowMenu label={t('actionsOf', { name: file.name })}>
        {isFile && (
          <Menu.Item
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void download(`/files/${file.id}/download`)}
          >
            {t('download')}
          </Menu.Item>
        )}
        {may('fileshare:write') && (
          <Menu.Item leftSection={<IconShare size={16} aria-hidden />} onClick={() => setDoing('share')}>
            {t('share')}
          </Menu.Item>
        )}
        {writes && (
          <>
            <Menu.Item
              leftSection={<IconCursorText size={16} aria-hidden />}
              onClick={() => setDoing('rename')}
            >
              {t('rename')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFolderSymlink size={16} aria-hidden />}
              onClick={() => setDoing('move')}
            >
              {t('move')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setDoing('delete')}
            >
              {t('common:delete')}
            </Menu.Item>
          </>
        )}
      </RowMenu>
      <DirectoryForm opened={doing === 'rename'} onClose={done} file={file} />
      <MoveForm file={doing === 'move' ? file : undefined} onClose={done} />
      <ShareForm files={doing === 'share' ? [file] : undefined} onClose={done} onDone={done} />
      <ConfirmModal
        opened={doing === 'delete'}
        onClose={done}
        title={t('deleteTitle', { name: file.name })}
        action={t('common:delete')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { fileOrDirId: file.id } } })
          tell(t('deleted', { name: file.name }))
          await refresh()
        }}
      >
        {isFile ? t('deleteFileText') : t('deleteDirectoryText')}
      </ConfirmModal>
    </>
  )
}
