import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import {
  actionValues,
  MessageFields,
  PauseFields,
  PaymentFields,
  RetractionFields,
  type ActionForm,
  type ActionValues,
} from './action-fields.tsx'
import type { Invoice } from './invoice.ts'
import { RecipientModal } from './recipient-modal.tsx'
import { useInvoiceAgain } from './use-invoice-again.ts'

export type InvoiceAction =
  'pay' | 'credit' | 'pause' | 'resume' | 'recipient' | 'message' | 'retract' | 'delete'

interface Props {
  action: InvoiceAction
  invoice: Invoice
  onClose(): void
}

/** What is done to one invoice, each with what it needs. */
export function InvoiceModal(props: Props) {
  const { action } = props
  if (action === 'recipient') return <RecipientModal {...props} />
  if (action === 'delete') return <DeleteModal {...props} />
  return <ActionModal {...props} action={action} />
}

type Asked = Exclude<InvoiceAction, 'recipient' | 'delete'>

/** Sends it; the answer is the invoice as it is then. */
function useSend(invoiceId: string) {
  const pay = portal.useMutation('post', '/invoices/{invoiceId}/payments')
  const credit = portal.useMutation('post', '/invoices/{invoiceId}/credit')
  const retract = portal.useMutation('post', '/invoices/{invoiceId}/credit-and-retract')
  const pause = portal.useMutation('post', '/invoices/{invoiceId}/pause')
  const resume = portal.useMutation('post', '/invoices/{invoiceId}/resume')
  const write = portal.useMutation('post', '/invoices/{invoiceId}/messages')
  const params = { path: { invoiceId } }
  return (action: Asked, values: ActionValues): Promise<Invoice> => {
    const { amount, creditNoteNumber, description, reason, showReasonToCustomer, note } = values
    switch (action) {
      case 'pay': {
        const { method, paidAt } = values
        const body = { method, paidAt, ...(amount ? { amount } : {}), ...(note ? { note } : {}) }
        return pay.mutateAsync({ params, body })
      }
      case 'credit':
        return credit.mutateAsync({ params, body: { creditNoteNumber, description, amount } })
      case 'retract': {
        const body = { creditNoteNumber, description, showReasonToCustomer, ...(reason ? { reason } : {}) }
        return retract.mutateAsync({ params, body })
      }
      case 'pause':
        return pause.mutateAsync({ params, body: { reason } })
      case 'resume':
        return resume.mutateAsync({ params })
      case 'message':
        return write.mutateAsync({ params, body: { message: values.message } })
    }
  }
}

function ActionModal({ action, invoice, onClose }: Props & { action: Asked }) {
  const { t } = useTranslation(['invoices', 'common'])
  const send = useSend(invoice.id)
  const again = useInvoiceAgain()
  const form = useForm({
    initialValues: {
      ...actionValues(),
      creditNoteNumber: `C-${invoice.invoiceNumber}`,
      amount: action === 'pay' ? invoice.outstanding : '',
    },
    validate: {
      amount: (amount) => (action === 'credit' && amount === '' ? t('common:required') : null),
    },
  })
  const { submit, busy, problem } = useSubmit(form)
  const fields = { form: form as ActionForm['form'] }
  const isCredit = action === 'credit' || action === 'retract'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`action.${action}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit(async (values) => {
          await again(await send(action, values))
          tell(t(`done.${action}`))
          onClose()
        })}
      >
        <Stack gap="md">
          <Text>{t(`about.${action}`)}</Text>
          {(action === 'pay' || action === 'credit') && (
            <AmountInput
              label={t('column.amount')}
              required
              currency={invoice.currency}
              data-autofocus
              {...form.getInputProps('amount')}
            />
          )}
          {action === 'pay' && <PaymentFields {...fields} />}
          {isCredit && (
            <TextInput
              label={t('field.creditNoteNumber')}
              required
              maxLength={255}
              {...form.getInputProps('creditNoteNumber')}
            />
          )}
          {action === 'credit' && (
            <TextInput
              label={t('field.description')}
              description={t('field.descriptionHint')}
              required
              maxLength={1000}
              {...form.getInputProps('description')}
            />
          )}
          {action === 'retract' && <RetractionFields {...fields} />}
          {action === 'pause' && <PauseFields {...fields} />}
          {action === 'message' && <MessageFields {...fields} />}
          <FormProblem problem={problem} />
          <FormButtons action={t(`action.${action}`)} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function DeleteModal({ invoice, onClose }: Props) {
  const { t } = useTranslation('invoices')
  const remove = portal.useMutation('delete', '/invoices/{invoiceId}')
  const navigate = useNavigate()
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t('action.delete')}
      action={t('action.delete')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync({ params: { path: { invoiceId: invoice.id } } })
        await navigate({ to: '/desk/imports/$importId', params: { importId: invoice.importId } })
      }}
    >
      {t('about.delete', { number: invoice.invoiceNumber })}
    </ConfirmModal>
  )
}
