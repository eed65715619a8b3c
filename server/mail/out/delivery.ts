import type { Delivery } from '../../domain/mails/delivery.ts'
import { catchingDelivery, noDelivery } from './catch.ts'
import { smtpDelivery } from './smtp.ts'

type MailSetting = { kind: 'smtp'; url: string; from: string } | { kind: 'catch' } | { kind: 'none' }

/** How mail leaves this process, by its configuration. */
export function deliveryOf(setting: MailSetting, publicUrl: () => string): Delivery {
  if (setting.kind === 'smtp') return smtpDelivery({ url: setting.url, from: setting.from, publicUrl })
  return setting.kind === 'catch' ? catchingDelivery({ publicUrl }) : noDelivery
}
