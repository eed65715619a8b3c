import type { Task } from 'graphile-worker'
import { findCompany } from '../domain/companies/company.ts'
import type { WakeTicketJob } from '../domain/tickets/snooze-ticket.ts'
import { wakeDueTicket } from '../domain/tickets/wake-ticket.ts'
import type { JobDeps } from './tasks.ts'

/** Brings a snoozed conversation back at its moment. */
export const wakeTicketTask =
  ({ sql, clock }: JobDeps): Task =>
  async (payload) => {
    const { companyId, ticketId, until } = payload as WakeTicketJob
    const company = await findCompany(sql, companyId)
    if (!company) return
    const ctx = {
      sql,
      company,
      actor: { kind: 'system', id: 'inbox', permissions: 'all' },
      now: clock.now(),
    } as const
    await wakeDueTicket(ctx, ticketId, new Date(until))
  }
