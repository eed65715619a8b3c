import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchFieldProps {
  label: string
  value: string | undefined
  /** Once somebody has stopped typing; undefined for nothing. */
  onSearch(words: string | undefined): void
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value ?? '')
  const search = useDebouncedCallback((words: string) => onSearch(words.trim() || undefined), 250)
  const change = (words: string) => {
    setText(words)
    search(words)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => change('')} /> : null
      }
      w={{ base: '100%', xs: 300 }}
    />
  )
}
