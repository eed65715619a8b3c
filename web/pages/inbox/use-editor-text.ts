import StarterKit from '@tiptap/starter-kit'
import { useEditor, type Editor } from '@tiptap/react'
import { useEffect, useRef } from 'react'

interface Options {
  /** What the field is called, for who cannot see it. */
  label: string
  initial: string
  onChange?(html: string): void
  /** Ctrl or Cmd and Enter. */
  onSend?(): void
  /** A `#` that begins a word. */
  onHash?(): void
}

/** An editor whose tags are those that the server keeps. Made anew when `initial` is another's text: give it a `key`. */
export function useEditorText({ label, initial, onChange, onSend, onHash }: Options): Editor {
  const calls = useRef({ onChange, onSend, onHash })
  useEffect(() => {
    calls.current = { onChange, onSend, onHash }
  })
  return useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        horizontalRule: false,
        link: { openOnClick: false, protocols: ['mailto', 'tel'], defaultProtocol: 'https' },
      }),
    ],
    content: initial,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handleKeyDown(view, event) {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          calls.current.onSend?.()
          return true
        }
        if (event.key !== '#' || !calls.current.onHash) return false
        const { $from } = view.state.selection
        if (!/(^|\s)$/.test($from.parent.textBetween(0, $from.parentOffset, undefined, ' '))) return false
        calls.current.onHash()
        return true
      },
    },
    onUpdate: ({ editor }) => calls.current.onChange?.(editor.isEmpty ? '' : editor.getHTML()),
  })
}
