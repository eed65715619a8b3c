import { Divider, NavLink } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { destinations } from '../../navigation.ts'

/** Where one may go, by role and plan. */
export function DeskMenu() {
  const { t } = useTranslation('desk')
  const { may, has } = useMe()
  const groups = destinations
    .map((group) =>
      group.filter(({ permission, feature }) => may(permission) && (feature === undefined || has(feature))),
    )
    .filter((group) => group.length > 0)
  return groups.map((group, i) => (
    <Fragment key={group[0]!.to}>
      {i > 0 && <Divider my="xs" />}
      {group.map(({ to, label, icon: Icon }) => {
        // The router says which one is here: the start of the desk only for itself.
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            activeOptions={{ exact: to === '/desk' }}
            label={t(`nav.${label}` as 'nav.home')}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
          />
        )
      })}
    </Fragment>
  ))
}
