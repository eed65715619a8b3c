import { Alert, Button, Group } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError, type ApiError } from '../client/api-error.ts'
import { useErrorSentence } from './states.tsx'

/**
 * Sends a form. What is wrong about a field is said at that field (the server names it, `lines.0.amount` too), anything else
 * by `problem`, for a `FormProblem`. `say` puts a refusal in the page's own words, where it has some.
 */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  say?: (refused: ApiError) => string | undefined,
) {
  const general = useErrorSentence()
  const sentence = (error: unknown) => {
    const refused = asApiError(error)
    return (refused && say?.(refused)) ?? general(error)
  }
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const submit = (send: (values: Values) => Promise<unknown>) =>
    form.onSubmit(async (values) => {
      setBusy(true)
      setProblem(undefined)
      try {
        await send(values)
      } catch (error) {
        // The server names items as `lines[0].amount`, forms as `lines.0.amount`.
        const field = asApiError(error)?.field?.replace(/\[(\d+)\]/g, '.$1')
        const input = field === undefined ? null : form.getInputNode(field)
        if (field !== undefined && Object.hasOwn(values, field.split('.')[0]!))
          form.setFieldError(field, sentence(error))
        // Of a field that is not on the form, or not by itself, it is said above it.
        if (input) input.focus()
        else setProblem(sentence(error))
      } finally {
        setBusy(false)
      }
    })
  return { submit, busy, problem }
}

export function FormProblem({ problem }: { problem: ReactNode }) {
  if (problem === undefined || problem === null) return null
  return (
    <Alert color="red" role="alert" variant="light">
      {problem}
    </Alert>
  )
}

/** The end of a form in a modal. */
export function FormButtons(props: { action: string; busy: boolean; onCancel(): void }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" mt="md">
      <Button variant="default" onClick={props.onCancel} disabled={props.busy}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={props.busy}>
        {props.action}
      </Button>
    </Group>
  )
}

/** Says shortly that it was done. */
export const tell = (message: ReactNode) =>
  notifications.show({
    message,
    color: 'teal',
    autoClose: 4000,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  })
