import { Box, Group, Stack, Text, Title } from '@mantine/core'
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'

/** Whose pages these are, as the tab says: the company's, where its customers are. */
export const TabName = createContext('Balie')

interface PageProps {
  title: string
  /** A line below the title. */
  about?: ReactNode
  /** Above the title, e.g. the way back. */
  above?: ReactNode
  actions?: ReactNode
  /** In characters, or none: tables want all there is. */
  narrow?: boolean
  children: ReactNode
}

/** One page: its name in the tab and as its only first heading, which has the focus when one has come here by a link. */
export function Page({ title, about, above, actions, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const tabName = useContext(TabName)
  useEffect(() => {
    document.title = `${title} · ${tabName}`
  }, [title, tabName])
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Box maw={narrow ? 760 : 1400} mx="auto" p={{ base: 'sm', sm: 'lg' }}>
      {above}
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <Stack gap={2} miw={0} flex="1 1 14rem">
          <Title order={1} size="h2" tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
            {title}
          </Title>
          {about && (
            <Text component="div" c="dimmed">
              {about}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  )
}
