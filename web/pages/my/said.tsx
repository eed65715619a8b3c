import { Card, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Moment } from '../../components/values.tsx'

/** One message: the customer's own to the right. */
export function Said(props: { mine: boolean; author: string; at: string; children: ReactNode }) {
  return (
    <Card
      component="li"
      padding="md"
      withBorder
      ml={props.mine ? { base: 'md', sm: 64 } : 0}
      mr={props.mine ? 0 : { base: 'md', sm: 64 }}
      bg={props.mine ? 'var(--mantine-color-default-hover)' : undefined}
    >
      <Group justify="space-between" gap="xs" mb={4}>
        <Text fw={600}>{props.author}</Text>
        <Text size="sm" c="dimmed">
          <Moment at={props.at} />
        </Text>
      </Group>
      {props.children}
    </Card>
  )
}
