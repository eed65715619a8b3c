import {
  IconAlertTriangle,
  IconBook2,
  IconCalendarClock,
  IconClockExclamation,
  IconBuildingBank,
  IconCreditCardOff,
  IconGavel,
  IconMailOff,
  IconMessageCircleQuestion,
  IconPlugConnectedX,
  IconSend,
  IconSendOff,
  type TablerIcon,
} from '@tabler/icons-react'
import type { components } from '../../client/portal.generated.ts'

type Kind = components['schemas']['Attention']['items'][number]['kind']

/** Where each thing that waits is done, and what it looks like. */
export const places: Record<
  Kind,
  { icon: TablerIcon; color: string; to: string; search?: Record<string, string | boolean>; hash?: string }
> = {
  questions: { icon: IconMessageCircleQuestion, color: 'balie', to: '/desk/inbox' },
  payoutsFailed: { icon: IconBuildingBank, color: 'red', to: '/desk/money/payouts' },
  paymentsFailed: { icon: IconCreditCardOff, color: 'red', to: '/desk/money/payouts', hash: 'failed' },
  plansFailed: { icon: IconAlertTriangle, color: 'red', to: '/desk/invoices', search: { state: 'open' } },
  disputes: { icon: IconGavel, color: 'orange', to: '/desk/invoices', search: { state: 'disputed' } },
  overdue: {
    icon: IconClockExclamation,
    color: 'orange',
    to: '/desk/invoices',
    search: { state: 'overdue' },
  },
  drafts: { icon: IconSend, color: 'balie', to: '/desk/imports' },
  messagesFailed: { icon: IconSendOff, color: 'red', to: '/desk/imports' },
  mailsFailed: { icon: IconMailOff, color: 'red', to: '/desk/settings/connections' },
  bookkeepingFailed: { icon: IconBook2, color: 'red', to: '/desk/settings/connections' },
  webhooksDisabled: { icon: IconPlugConnectedX, color: 'red', to: '/desk/settings/webhooks' },
  appointments: { icon: IconCalendarClock, color: 'balie', to: '/desk/appointments' },
}
