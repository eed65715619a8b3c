import { Button, Stack, Text, TextInput, type TextInputProps } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'

interface ByCodeProps {
  /** The field of the request, for what the server says of it. */
  field: 'email' | 'phone'
  input: Pick<TextInputProps, 'label' | 'description' | 'type' | 'autoComplete' | 'maxLength'>
  /** What is said while a code waits to be entered; null: none does. */
  pending: string | null
  /** What is said once it counts. */
  changed: string
  send: string
  onAsk(value: string): Promise<unknown>
  onConfirm(code: string): Promise<unknown>
}

/** Something by which one is reached: it counts once the code is entered that was sent there. */
export function ByCode({ field, input, pending, changed, send, onAsk, onConfirm }: ByCodeProps) {
  const { t } = useTranslation('my')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['get'] })
  const asked = useForm({ initialValues: { [field]: '' } })
  const entered = useForm({ initialValues: { code: '' } })
  const asking = useSubmit(asked)
  const entering = useSubmit(entered)
  return (
    <>
      {pending !== null && (
        <form
          onSubmit={entering.submit(async ({ code }) => {
            await onConfirm(code)
            entered.reset()
            await refresh()
            tell(changed)
          })}
        >
          <Stack mb="lg">
            <Text role="status">{pending}</Text>
            <TextInput
              label={t('details.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              required
              withAsterisk={false}
              {...entered.getInputProps('code')}
            />
            <FormProblem problem={entering.problem} />
            <Button type="submit" loading={entering.busy} style={{ alignSelf: 'flex-start' }}>
              {t('details.confirm')}
            </Button>
          </Stack>
        </form>
      )}
      <form
        onSubmit={asking.submit(async (values) => {
          await onAsk(values[field]!)
          asked.reset()
          await refresh()
        })}
      >
        <Stack>
          <TextInput required withAsterisk={false} {...input} {...asked.getInputProps(field)} />
          <FormProblem problem={asking.problem} />
          <Button type="submit" variant="default" loading={asking.busy} style={{ alignSelf: 'flex-start' }}>
            {send}
          </Button>
        </Stack>
      </form>
    </>
  )
}
