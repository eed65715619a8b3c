import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

const parts = [
  ['organization', 'organization'],
  ['firstName', 'given-name'],
  ['infix', 'additional-name'],
  ['lastName', 'family-name'],
  ['email', 'email'],
  ['phone', 'tel'],
  ['address1', 'address-line1'],
  ['houseNumber', 'off'],
  ['zipCode', 'postal-code'],
  ['city', 'address-level2'],
  ['countryCode', 'country'],
] as const
type Part = (typeof parts)[number][0]
export type RecipientValues = Record<Part, string>

export const noRecipient = (): RecipientValues =>
  Object.fromEntries(parts.map(([name]) => [name, ''])) as RecipientValues

/** Only the parts that these fields show: the others stay as they are. */
export const recipientOf = (contact: RecipientValues): RecipientValues =>
  Object.fromEntries(parts.map(([name]) => [name, contact[name]])) as RecipientValues

/** Whom an invoice is for. The form's values hold them as `recipient`, which the server's fields begin with. */
// oxlint-disable-next-line typescript/no-explicit-any -- the forms that hold it differ in what else they hold
export function RecipientFields({ form }: { form: UseFormReturnType<any> }) {
  const { t } = useTranslation('invoices')
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {parts.map(([name, autoComplete]) => (
        <TextInput
          key={name}
          label={t(`contact.${name}`)}
          type={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
          autoComplete={autoComplete === 'off' ? 'off' : `section-recipient ${autoComplete}`}
          maxLength={name === 'countryCode' ? 2 : 254}
          {...form.getInputProps(`recipient.${name}`)}
        />
      ))}
    </SimpleGrid>
  )
}
