import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { MailAttachment } from '../mails/mail.ts'
import type { InvitedAppointment } from './appointment.ts'

/** Publish: a copy to look at; request and cancel: the company's word to the attendee (RFC 5546). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

const statuses = {
  pending: ICalEventStatus.TENTATIVE,
  scheduled: ICalEventStatus.CONFIRMED,
  canceled: ICalEventStatus.CANCELLED,
}

/** On one line: a name is a parameter there, where only quotes keep it together. */
const plain = (text: string) => text.replace(/[\p{Cc}\u2028\u2029"\s]+/gu, ' ').trim()

/** An appointment as a calendar file (RFC 5545). */
export function calendarOf(appointment: InvitedAppointment, method: CalendarMethod, now: Date): string {
  const { attendeeName, attendeeEmail, onlineMeetingLink: link, status } = appointment
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Balie', product: 'Appointments', language: 'EN' },
  })
  calendar.createEvent({
    id: appointment.id,
    sequence: appointment.sequence,
    stamp: now,
    created: new Date(appointment.createdAt),
    start: new Date(appointment.startsAt),
    end: new Date(appointment.endsAt),
    summary: plain(appointment.name),
    status: statuses[status],
    organizer: { name: plain(appointment.organizerName), email: appointment.organizerEmail },
    ...(link === null ? {} : { location: link, url: link }),
    ...(attendeeEmail === ''
      ? {}
      : {
          attendees: [
            {
              name: plain(attendeeName),
              email: attendeeEmail,
              role: ICalAttendeeRole.REQ,
              // They have agreed to it already: their calendar need not ask them to answer.
              status: ICalAttendeeStatus.ACCEPTED,
              rsvp: false,
            },
          ],
        }),
  })
  return calendar.toString()
}

export const calendarAttachment = (
  appointment: InvitedAppointment,
  method: CalendarMethod,
  now: Date,
): MailAttachment => ({
  filename: 'appointment.ics',
  contentType: `text/calendar; method=${method}; charset=utf-8`,
  text: calendarOf(appointment, method, now),
})
