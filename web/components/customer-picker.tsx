import { CloseButton, Combobox, Loader, TextInput, useCombobox, type TextInputProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../client/client.ts'
import { useCustomerNames } from '../client/customer-names.ts'

interface CustomerPickerProps extends Omit<TextInputProps, 'value' | 'onChange' | 'label' | 'defaultValue'> {
  label: string
  value?: string | null
  onChange?(customerId: string | null): void
}

/** Finds a customer by beginnings of words of name, e-mail address, city or phone, on the server. */
export function CustomerPicker(props: CustomerPickerProps) {
  const { value = null, onChange, onFocus: _focus, onBlur: _blur, ...field } = props
  const { t } = useTranslation()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text, setText] = useState<string>()
  const [wanted] = useDebouncedValue(text?.trim() ?? '', 200)
  const chosen = useCustomerNames(value ? [value] : []).nameOf(value)
  const found = v1.useQuery(
    'get',
    '/customers',
    { params: { query: { sort: 'companyName', per_page: 20, ...(wanted ? { search: wanted } : {}) } } },
    { enabled: combobox.dropdownOpened, placeholderData: (before) => before },
  )
  const choose = (id: string | null) => {
    onChange?.(id)
    setText(undefined)
    combobox.closeDropdown()
  }
  const rows = found.data?.data ?? []
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          {...field}
          autoComplete="off"
          value={text ?? chosen ?? ''}
          placeholder={props.placeholder ?? t('customer.find')}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            setText(undefined)
          }}
          rightSection={
            found.isFetching && combobox.dropdownOpened ? (
              <Loader size={16} />
            ) : value && !props.disabled ? (
              <CloseButton
                size="sm"
                aria-label={t('customer.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(null)}
              />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found.data}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={props.label}>
          {rows.map(({ id, companyName, primaryEmail }) => (
            <Combobox.Option value={id} key={id} active={id === value}>
              {companyName}
              {primaryEmail && (
                <span style={{ display: 'block', fontSize: '0.8em', color: 'var(--mantine-color-dimmed)' }}>
                  {primaryEmail}
                </span>
              )}
            </Combobox.Option>
          ))}
          {rows.length === 0 && <Combobox.Empty>{t('customer.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
