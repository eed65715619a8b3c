import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import {
  actionValues,
  MessageFields,
  PauseFields,
  PaymentFields,
  RetractionFields,
  type ActionForm,
  type ActionValues,
} from './action-fields.tsx'
import type { Chosen } from './chosen.ts'

export type BulkAction = components['schemas']['InvoiceBulk']['action']

/** What the server is told of the form. */
function bodyOf(action: BulkAction, values: ActionValues) {
  const { reason, method, paidAt, note, creditNotePrefix, description, showReasonToCustomer, message } =
    values
  switch (action) {
    case 'pause':
      return { action, reason }
    case 'resume':
      return { action }
    case 'pay':
      return { action, method, paidAt, ...(note === '' ? {} : { note }) }
    case 'retract':
      return {
        action,
        creditNotePrefix,
        description,
        showReasonToCustomer,
        ...(reason === '' ? {} : { reason }),
      }
    case 'message':
      return { action, message }
  }
}

interface Props {
  action: BulkAction
  chosen: Chosen
  onClose(): void
  onStarted(bulkId: string): void
}

/** Asks for what it needs, and for the number of invoices where it cannot be taken back. */
export function BulkModal({ action, chosen, onClose, onStarted }: Props) {
  const { t } = useTranslation(['invoices', 'common'])
  const start = portal.useMutation('post', '/invoice-bulks')
  const count = 'all' in chosen ? chosen.count : chosen.ids.size
  const final = action === 'retract' || action === 'pay'
  const form = useForm({
    initialValues: { ...actionValues(), typed: '' },
    validate: { typed: (typed) => (final && typed.trim() !== String(count) ? t('bulk.typeWrong') : null) },
  })
  const { submit, busy, problem } = useSubmit(form)
  const fields = { form: form as unknown as ActionForm['form'] }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`action.${action}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit(async (values) => {
          const selection =
            'all' in chosen
              ? { filter: chosen.filters, expected: chosen.count }
              : { invoiceIds: [...chosen.ids] }
          const { id } = await start.mutateAsync({ body: { ...selection, ...bodyOf(action, values) } })
          onStarted(id)
        })}
      >
        <Stack gap="md">
          <Text>{t(`bulk.about.${action}`, { count })}</Text>
          {action === 'pause' && <PauseFields {...fields} />}
          {action === 'pay' && <PaymentFields {...fields} />}
          {action === 'retract' && (
            <>
              <TextInput
                label={t('field.creditNotePrefix')}
                description={t('field.creditNotePrefixHint')}
                required
                maxLength={50}
                {...form.getInputProps('creditNotePrefix')}
              />
              <RetractionFields {...fields} />
            </>
          )}
          {action === 'message' && <MessageFields {...fields} />}
          {final && (
            <TextInput
              label={t('bulk.type', { number: count })}
              autoComplete="off"
              inputMode="numeric"
              {...form.getInputProps('typed')}
            />
          )}
          <FormProblem problem={problem} />
          <FormButtons action={t(`action.${action}`)} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
