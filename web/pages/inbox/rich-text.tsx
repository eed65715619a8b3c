import '@mantine/tiptap/styles.css'
import { RichTextEditor } from '@mantine/tiptap'
import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** An editor of the text that the server keeps: what it would take out cannot be put in. */
export function RichText({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const { t } = useTranslation(['inbox', 'common'])
  const labels = {
    boldControlLabel: t('editor.bold'),
    italicControlLabel: t('editor.italic'),
    bulletListControlLabel: t('editor.bullets'),
    orderedListControlLabel: t('editor.numbers'),
    blockquoteControlLabel: t('editor.quote'),
    linkControlLabel: t('editor.link'),
    unlinkControlLabel: t('editor.unlink'),
    linkEditorInputLabel: t('editor.address'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorExternalLink: t('editor.newTab'),
    linkEditorInternalLink: t('editor.sameTab'),
    linkEditorSave: t('common:save'),
  }
  return (
    <RichTextEditor editor={editor} labels={labels} variant="subtle">
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.Link />
        </RichTextEditor.ControlsGroup>
        {children}
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content mah="30vh" style={{ overflowY: 'auto' }} />
    </RichTextEditor>
  )
}
