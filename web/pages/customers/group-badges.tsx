import { Badge, Group } from '@mantine/core'

/** The groups that somebody is in, by name. */
export function GroupBadges({ ids, groups }: { ids: string[]; groups: { id: string; name: string }[] }) {
  const names = groups.filter(({ id }) => ids.includes(id))
  if (names.length === 0) return <>–</>
  return (
    <Group gap={4} component="span">
      {names.map(({ id, name }) => (
        <Badge key={id} component="span" variant="light" color="gray" tt="none" fw={500}>
          {name}
        </Badge>
      ))}
    </Group>
  )
}
