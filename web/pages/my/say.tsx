import { Button, Stack, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sendForm } from '../../client/client.ts'
import { FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { asApiError } from '../../client/api-error.ts'
import { AttachmentInput, formOf } from './attachments.tsx'

/** A question or an answer with files, to `path`. */
export function Say(props: { path: string; label: string; onSaid(): void }) {
  const { t } = useTranslation('my')
  const sentence = useErrorSentence()
  const [message, setMessage] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await sendForm('POST', props.path, formOf({ message }, files))
      setMessage('')
      setFiles([])
      props.onSaid()
    } catch (error) {
      const refused = asApiError(error)
      setProblem(
        refused?.status === 413
          ? t('conversation.tooLarge')
          : refused?.field?.startsWith('attachments')
            ? t('conversation.wrongType')
            : sentence(error),
      )
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack>
        <Textarea
          label={props.label}
          autosize
          minRows={3}
          maxLength={50_000}
          required
          withAsterisk={false}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <AttachmentInput value={files} onChange={setFiles} />
        <FormProblem problem={problem} />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('conversation.send')}
        </Button>
      </Stack>
    </form>
  )
}
