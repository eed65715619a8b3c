import { Text } from '@mantine/core'
import type { components } from '../../client/portal.generated.ts'
import classes from './brand.module.css'

/** The company on top of every page: its logo, or its name. */
export function Brand({ company }: { company: components['schemas']['MyCompany'] }) {
  const { logo, band } = company.look
  if (logo)
    return (
      <img
        className={classes.logo}
        data-bare={band === null || undefined}
        src={logo.url}
        alt={company.name}
        width={logo.width}
        height={logo.height}
      />
    )
  return (
    <Text fw={700} size="lg" c="inherit" truncate>
      {company.name}
    </Text>
  )
}

/** What stands on the company's band, or on nothing. */
export function bandOf({ look }: components['schemas']['MyCompany']) {
  const { band, onBand } = look.palette
  return band === null ? {} : { background: band, color: onBand ?? undefined }
}
