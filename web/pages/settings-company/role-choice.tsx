import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { roles, type Role } from './roles.tsx'

/** A role to choose, each with what it may. */
export function RoleChoice(props: { value: Role; onChange(role: Role): void }) {
  const { t } = useTranslation('settings-company')
  return (
    <Radio.Group label={t('users.role')} value={props.value} onChange={props.onChange}>
      <Stack gap="sm" mt="xs">
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`roles.${role}.name`)}
            description={t(`roles.${role}.about`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
