import { Box, Checkbox, Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keys, type Key } from './keys.ts'

/** What the keys do, and whether they do. */
export function Help(props: {
  opened: boolean
  onClose(): void
  wanted: boolean
  onWanted(wanted: boolean): void
}) {
  const { t } = useTranslation(['inbox', 'common'])
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Table aria-label={t('keys.title')} verticalSpacing={6}>
        <Table.Tbody>
          {keys.map((key: Key) => (
            <Table.Tr key={key}>
              <Table.Th w="6rem">
                <Kbd>{key}</Kbd>
              </Table.Th>
              <Table.Td>{t(`keys.${keyName(key)}`)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th>
              <Kbd>#</Kbd>
            </Table.Th>
            <Table.Td>{t('keys.hash')}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
            </Table.Th>
            <Table.Td>{t('keys.send')}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Box mt="md">
        <Checkbox
          label={t('keys.wanted')}
          checked={props.wanted}
          onChange={(event) => props.onWanted(event.currentTarget.checked)}
        />
      </Box>
    </Modal>
  )
}

const keyName = (key: Key) => (key === '/' ? 'search' : key === '?' ? 'help' : key)
