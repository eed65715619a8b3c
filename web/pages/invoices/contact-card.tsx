import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languageNames, type Language } from '../../i18n/i18n.ts'
import type { Invoice } from './invoice.ts'
import { Section } from './section.tsx'

const joined = (parts: string[]) => parts.filter((part) => part !== '').join(' ')

/** Whom it is made out to, and how they are reached. */
export function ContactCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const { contact, locale } = invoice
  const person = joined([contact.prefix, contact.firstName, contact.infix, contact.lastName])
  const lines = [
    contact.organization,
    person === contact.organization ? '' : person,
    joined([contact.address1, contact.houseNumber + contact.houseNumberExtension]),
    contact.address2,
    joined([contact.zipCode, contact.city]),
    contact.countryCode,
  ].filter((line) => line !== '')
  return (
    <Section title={t('recipient')}>
      <Stack gap={2}>
        {lines.map((line, i) => (
          <Text key={`${i} ${line}`} size="sm">
            {line}
          </Text>
        ))}
        {[contact.email, contact.phone].map((line) =>
          line === '' ? null : (
            <Text key={line} size="sm">
              {line}
            </Text>
          ),
        )}
        {locale !== null && locale in languageNames && (
          <Text size="sm" c="dimmed">
            {t('writtenIn', { language: languageNames[locale as Language] })}
          </Text>
        )}
      </Stack>
    </Section>
  )
}
