import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { asApiError, type ApiError } from '../client/api-error.ts'
import { useErrorSentence } from './states.tsx'

interface ConfirmProps {
  opened: boolean
  onClose(): void
  title: string
  children: ReactNode
  /** The verb on the button: "Delete", never "OK". */
  action: string
  danger?: boolean
  /** What has to be typed first, where it cannot be taken back. */
  typed?: string
  /** Puts a refusal in the page's own words, where it has some. */
  say?(refused: ApiError): string | undefined
  onConfirm(): Promise<unknown>
}

/** Asks before it is done; stays and says why where that fails. */
export function ConfirmModal(props: ConfirmProps) {
  const { opened, onClose, title, children, action, danger = false, typed, say, onConfirm } = props
  const { t } = useTranslation()
  const sentence = useErrorSentence()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [text, setText] = useState('')
  const refused = asApiError(error)
  const close = () => {
    setError(undefined)
    setText('')
    onClose()
  }
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      close()
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        <Stack gap="md">
          <Text component="div">{children}</Text>
          {typed !== undefined && (
            <TextInput
              label={<Trans i18nKey="confirm.type" values={{ text: typed }} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {error !== undefined && (
            <Alert color="red" role="alert" variant="light">
              {(refused && say?.(refused)) ?? sentence(error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={busy}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              color={danger ? 'red.9' : undefined}
              loading={busy}
              disabled={typed !== undefined && text.trim() !== typed}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
