import { Group, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './money.module.css'

const tabs = [
  { to: '/desk/money', label: 'overview' },
  { to: '/desk/money/ageing', label: 'ageing' },
  { to: '/desk/money/payouts', label: 'payouts' },
  { to: '/desk/money/export', label: 'export' },
] as const

/** The pages about money, beside each other. */
export function MoneyTabs() {
  const { t } = useTranslation('money')
  return (
    <Group component="nav" aria-label={t('pages')} gap={4} mb="lg" wrap="nowrap" className={classes['tabs']}>
      {tabs.map(({ to, label }) => (
        <UnstyledButton
          key={to}
          component={Link}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className={classes['tab']}
        >
          {t(`tab.${label}`)}
        </UnstyledButton>
      ))}
    </Group>
  )
}
