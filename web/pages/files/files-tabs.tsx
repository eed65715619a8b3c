import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'

const tabs = [
  { to: '/desk/files', label: 'files', permission: 'files:read' },
  { to: '/desk/files/requests', label: 'requests', permission: 'filerequest:read' },
  { to: '/desk/files/shares', label: 'shares', permission: 'fileshare:read' },
] as const

/** The three pages about files. */
export function FilesTabs({
  here,
  children,
}: {
  here: (typeof tabs)[number]['label']
  children: React.ReactNode
}) {
  const { t } = useTranslation('files')
  const { may } = useMe()
  const navigate = useNavigate()
  return (
    <Tabs
      value={here}
      onChange={(label) => void navigate({ to: tabs.find((tab) => tab.label === label)!.to })}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        {tabs
          .filter(({ permission }) => may(permission))
          .map(({ label }) => (
            <Tabs.Tab key={label} value={label}>
              {t(label)}
            </Tabs.Tab>
          ))}
      </Tabs.List>
      <Tabs.Panel value={here}>{children}</Tabs.Panel>
    </Tabs>
  )
}
