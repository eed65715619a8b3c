import { Text } from '@mantine/core'
import type { components } from '../../client/portal.generated.ts'

/** The company on top of every page. */
export function Brand({ company }: { company: components['schemas']['MyCompany'] }) {
  return (
    <Text fw={700} size="lg" truncate>
      {company.name}
    </Text>
  )
}
