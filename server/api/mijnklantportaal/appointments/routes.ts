import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type, { type Static } from 'typebox'
import { calendarOf } from '../../../domain/appointments/calendar.ts'
import { cancelAppointment } from '../../../domain/appointments/cancel-appointment.ts'
import { confirmAppointment } from '../../../domain/appointments/confirm-appointment.ts'
import type { Appointment } from '../../../domain/appointments/appointment.ts'
import { getAppointment } from '../../../domain/appointments/get-appointment.ts'
import { listAppointments } from '../../../domain/appointments/list-appointments.ts'
import { rescheduleAppointment } from '../../../domain/appointments/reschedule-appointment.ts'
import { scheduleAppointment } from '../../../domain/appointments/schedule-appointment.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { addPeriod, isSkipped, parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentAppointment } from './present.ts'
import { appointment, appointments, change, newAppointment, range } from './schema.ts'

/** Without a customer whose appointments they are. */
const MAX_DAYS = 366

const tag = 'Appointments API'
const pathParameters = { appointmentId: 'The ID of the appointment, starting with `apt_`.' }

const appointmentId = (params: { appointmentId: string }) =>
  idOr404(decodeId('appointment', params.appointmentId), 'appointment')

/** Throws `invalid`. */
function meetingLink(link: string): string {
  if (/^https?:\/\/[^/]/i.test(link) && URL.canParse(link)) return link
  throw invalid('onlineMeetingLink', 'must begin with https:// or http://')
}

/** A moment on the company's clock. One that the clock skips is nobody's appointment. Throws `invalid`. */
function momentOf(field: string, text: string, timeZone: string): Date {
  const moment = /\d[ T]\d/.test(text) ? parseDateTime(text, timeZone) : undefined
  if (!moment) throw invalid(field, 'must be a date and time that exist, as YYYY-mm-dd H:i')
  if (isSkipped(text, timeZone))
    throw invalid(field, `must be a time that exists: the clocks of ${timeZone} skip it`)
  return moment
}

function customerOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const customerId = decodeId('customer', id)
  if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
  return customerId
}

/** Confirms, cancels or changes it: one of them. Throws `invalid`. */
function changed(ctx: Ctx, id: string, { status, ...rest }: Static<typeof change>): Promise<Appointment> {
  const { name, startsAt, endsAt, onlineMeetingLink: link } = rest
  const [field] = Object.keys(rest)
  if (status !== undefined && field !== undefined)
    throw invalid(field, 'must be left out beside status: one change at a time')
  if (status === 'scheduled') return confirmAppointment(ctx, id)
  if (status === 'canceled') return cancelAppointment(ctx, id, { pendingOnly: true })
  if (field === undefined) throw invalid('status', 'is required')
  const { timeZone } = ctx.company
  return rescheduleAppointment(ctx, id, {
    ...(name === undefined ? {} : { name }),
    ...(startsAt === undefined ? {} : { startsAt: momentOf('startsAt', startsAt.trim(), timeZone) }),
    ...(endsAt === undefined ? {} : { endsAt: momentOf('endsAt', endsAt.trim(), timeZone) }),
    ...(link === undefined ? {} : { onlineMeetingLink: link === '-' ? null : meetingLink(link) }),
  })
}

export const appointmentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.addSchema(appointment)

  app.get(
    '/appointments',
    operation({
      id: 'list-appointments',
      tag,
      summary: 'List appointments',
      description: 'The appointments in a range of days, in the order of time; not paginated.',
      permission: 'appointments:read',
      feature: 'appointments',
      querystring: range,
      response: appointments,
      errors: [422],
    }),
    async ({ ctx, query }) => {
      const { timeZone } = ctx.company
      const { start_at: start, days = 7, customerId } = query
      if (days > MAX_DAYS && customerId === undefined)
        throw invalid('days', `must be at most ${MAX_DAYS} without customerId`)
      const from = start === undefined ? ctx.now : parseDateTime(start, timeZone)
      if (!from) throw invalid('start_at', 'must be a date and time that exist, as YYYY-mm-dd HH:ii')
      const rows = await listAppointments(
        ctx,
        from,
        addPeriod(from, timeZone, { days }),
        customerOf(customerId),
      )
      return { data: rows.map((row) => presentAppointment(row, ctx.company)) }
    },
  )

  app.get(
    '/appointments/:appointmentId',
    operation({
      id: 'get-appointment',
      tag,
      summary: 'Get appointment',
      description: 'One appointment.',
      permission: 'appointments:read',
      feature: 'appointments',
      params: pathParameters,
      response: ref(appointment),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentAppointment(await getAppointment(ctx, appointmentId(params)), ctx.company),
  )

  app.get(
    '/appointments/:appointmentId/ics',
    operation({
      id: 'get-appointment-as-ics',
      tag,
      summary: 'Get appointment as calendar file',
      description: 'The appointment as an iCalendar file (extension).',
      permission: 'appointments:read',
      feature: 'appointments',
      params: pathParameters,
      response: Type.Unsafe<string>({
        description: 'The calendar file.',
        content: { 'text/calendar': { schema: { type: 'string' } } },
      }),
      errors: [404],
    }),
    async ({ ctx, params }, reply) => {
      const found = await getAppointment(ctx, appointmentId(params))
      reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="appointment.ics"')
      return calendarOf(found, 'PUBLISH', ctx.now)
    },
  )

  app.post(
    '/appointments',
    operation({
      id: 'schedule-appointment',
      tag,
      summary: 'Schedule appointment',
      description: 'Keeps a time for a customer or another attendee, and tells them by e-mail.',
      permission: 'appointments:write',
      feature: 'appointments',
      body: newAppointment,
      response: ref(appointment),
      errors: [409, 422],
    }),
    async ({ ctx, body }) => {
      const { timeZone } = ctx.company
      const { name, status = 'scheduled', onlineMeetingLink = null } = body
      const made = await scheduleAppointment(ctx, {
        name,
        startsAt: momentOf('startsAt', body.startsAt.trim(), timeZone),
        endsAt: momentOf('endsAt', body.endsAt.trim(), timeZone),
        customerId: customerOf(body.customerId),
        attendee: { name: body.attendeeName, email: body.attendeeEmail },
        status,
        onlineMeetingLink: onlineMeetingLink === null ? null : meetingLink(onlineMeetingLink),
      })
      return presentAppointment(made, ctx.company)
    },
  )

  app.patch(
    '/appointments/:appointmentId',
    operation({
      id: 'change-appointment-status',
      tag,
      summary: 'Change appointment status',
      description:
        'Confirms or cancels a pending appointment; or moves one that is not canceled, or calls it otherwise (extension). The attendee is told.',
      permission: 'appointments:write',
      feature: 'appointments',
      params: pathParameters,
      body: change,
      response: ref(appointment),
      errors: [404, 409, 422],
    }),
    async ({ ctx, params, body }) => {
      return presentAppointment(await changed(ctx, appointmentId(params), body), ctx.company)
    },
  )

  app.delete(
    '/appointments/:appointmentId',
    operation({
      id: 'cancel-appointment',
      tag,
      summary: 'Cancel appointment',
      description: 'Cancels an appointment, confirmed or not. It has no body.',
      permission: 'appointments:write',
      feature: 'appointments',
      params: pathParameters,
      response: ref(appointment),
      errors: [404, 409],
    }),
    async ({ ctx, params }) =>
      presentAppointment(await cancelAppointment(ctx, appointmentId(params)), ctx.company),
  )
}
