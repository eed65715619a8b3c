import { Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import type { Invoice } from './invoice.ts'
import { RecipientFields, recipientOf } from './recipient-fields.tsx'
import { useInvoiceAgain } from './use-invoice-again.ts'

/** Corrects whom an invoice is made out to, and how they are reached. */
export function RecipientModal({ invoice, onClose }: { invoice: Invoice; onClose(): void }) {
  const { t } = useTranslation(['invoices', 'common'])
  const change = portal.useMutation('patch', '/invoices/{invoiceId}/recipient')
  const again = useInvoiceAgain()
  const form = useForm({ initialValues: { recipient: recipientOf(invoice.contact) } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('action.recipient')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={submit(async (body) => {
          await again(await change.mutateAsync({ params: { path: { invoiceId: invoice.id } }, body }))
          tell(t('common:saved'))
          onClose()
        })}
      >
        <Stack gap="md">
          <Text>{t('about.recipient')}</Text>
          <RecipientFields form={form} />
          <FormProblem problem={problem} />
          <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
