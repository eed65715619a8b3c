import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import type { Invoice } from './invoice.ts'
import { useInvoiceAgain } from './use-invoice-again.ts'

interface Props {
  invoiceId: string
  line: Invoice['lines'][number]
  /** Where it is disputed already, this settles it. */
  dispute: Invoice['collection']['disputes'][number] | undefined
  onClose(): void
}

export function DisputeModal({ invoiceId, line, dispute, onClose }: Props) {
  const { t } = useTranslation(['invoices', 'common'])
  const open = portal.useMutation('post', '/invoices/{invoiceId}/disputes')
  const settle = portal.useMutation('post', '/invoices/{invoiceId}/disputes/{disputeId}/settle')
  const again = useInvoiceAgain()
  const form = useForm({ initialValues: { reason: '', outcome: '' } })
  const { submit, busy, problem } = useSubmit(form)
  const what = dispute ? 'settle' : 'dispute'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`${what}.title`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit(async ({ reason, outcome }) => {
          const changed = dispute
            ? await settle.mutateAsync({
                params: { path: { invoiceId, disputeId: dispute.id } },
                body: { outcome },
              })
            : await open.mutateAsync({
                params: { path: { invoiceId } },
                body: { lineId: line.id, reason },
              })
          await again(changed)
          onClose()
        })}
      >
        <Stack gap="md">
          <Text>{t(`${what}.text`)}</Text>
          <TextInput
            label={t(`${what}.label`)}
            description={t('field.reasonHint')}
            required
            maxLength={500}
            data-autofocus
            {...form.getInputProps(dispute ? 'outcome' : 'reason')}
          />
          <FormProblem problem={problem} />
          <FormButtons action={t(`${what}.action`)} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
