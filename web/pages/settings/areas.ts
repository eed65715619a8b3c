/** What can be changed, as events name it. Their words: `area.<name>`. */
export const areas = [
  'agreement',
  'api_key',
  'appointment',
  'batch',
  'bookkeeping',
  'colleague',
  'company',
  'customer',
  'customer_group',
  'file',
  'invitation',
  'invoice',
  'mandate',
  'oauth_grant',
  'offer',
  'partner',
  'payment',
  'payment_link',
  'payments',
  'plan',
  'privacy',
  'punch_card',
  'sms',
  'subscription',
  'ticket',
  'user',
  'webhook',
] as const

export const isArea = (name: string): name is (typeof areas)[number] =>
  (areas as readonly string[]).includes(name)
