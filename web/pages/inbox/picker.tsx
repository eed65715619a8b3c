import { Combobox, Loader, Modal, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Option {
  value: string
  label: string
  about?: string | undefined
}

interface PickerProps {
  opened: boolean
  onClose(): void
  title: string
  label: string
  search: string
  onSearch(text: string): void
  /** Undefined while they are on their way. */
  options: Option[] | undefined
  empty: string
  onPick(value: string): void
  children?: ReactNode
}

/** One of a list, by typing its beginning and Enter. */
export function Picker(props: PickerProps) {
  const { opened, onClose, title, label, search, onSearch, options, empty, onPick, children } = props
  const { t } = useTranslation()
  // The list is always there: its keys work from the beginning.
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (options && options.length > 0) selectFirstOption()
    else resetSelectedOption()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the store's functions are made anew each time
  }, [options])
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Combobox store={combobox} onOptionSubmit={onPick} withinPortal={false}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            label={label}
            value={search}
            onChange={(event) => onSearch(event.currentTarget.value)}
            autoComplete="off"
          />
        </Combobox.EventsTarget>
        <ScrollArea.Autosize mah={320} mt="sm" type="auto" viewportProps={{ tabIndex: -1 }}>
          <Combobox.Options aria-label={title}>
            {options?.map((option) => (
              <Combobox.Option key={option.value} value={option.value}>
                <Text size="sm">{option.label}</Text>
                {option.about && (
                  <Text size="xs" lineClamp={1}>
                    {option.about}
                  </Text>
                )}
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {options?.length === 0 && (
            <Text size="sm" c="dimmed" role="status" p="xs">
              {empty}
            </Text>
          )}
          {!options && <Loader size="sm" m="sm" />}
        </ScrollArea.Autosize>
      </Combobox>
      {children}
    </Modal>
  )
}
