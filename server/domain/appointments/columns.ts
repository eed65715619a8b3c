import type { Ctx } from '../../kernel/context.ts'

/** The columns of an `Appointment`, of a row `a`. */
export const appointmentColumns = (ctx: Ctx) => ctx.sql`
  a.id, a.customer_id as "customerId", a.name, a.attendee_name as "attendeeName", a.attendee_email as "attendeeEmail",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.status, a.online_meeting_link as "onlineMeetingLink", a.sequence,
  a.created_at as "createdAt"`

const CALENDAR_LOCK = 1651270758

/**
 * A CTE `calendar` of one row, to be read by whatever writes times: one writer at a time per company. Two that would
 * check each other's rows would wait for each other.
 */
export const calendarLock = (ctx: Ctx) => ctx.sql`
  calendar as materialized (select pg_advisory_xact_lock(${CALENDAR_LOCK}, ${ctx.company.companyId}))`
