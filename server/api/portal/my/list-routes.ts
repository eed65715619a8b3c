import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { calendarOf } from '../../../domain/appointments/calendar.ts'
import { listOwnAgreements } from '../../../domain/customer-portal/list-own-agreements.ts'
import {
  getOwnAppointment,
  listOwnAppointments,
} from '../../../domain/customer-portal/list-own-appointments.ts'
import { listOwnFileRequests } from '../../../domain/customer-portal/list-own-file-requests.ts'
import { listOwnFileShares } from '../../../domain/customer-portal/list-own-file-shares.ts'
import { listOwnInvoices } from '../../../domain/customer-portal/list-own-invoices.ts'
import { listOwnOffers } from '../../../domain/customer-portal/list-own-offers.ts'
import { listOwnPayments } from '../../../domain/customer-portal/list-own-payments.ts'
import { listOwnPunchCards } from '../../../domain/customer-portal/list-own-punch-cards.ts'
import { listOwnSubscriptions } from '../../../domain/customer-portal/list-own-subscriptions.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Keyed, Page, Stretch } from '../../../kernel/page.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Deps } from '../../edge.ts'
import { file, ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import * as show from './present.ts'
import * as shape from './schema.ts'

const of = { tag: 'My portal', customer: true } as const

/** A list of one's own, at `/my/<name>`. */
function list<Row extends { id: string }>(
  app: FastifyInstance,
  given: {
    name: string
    what: string
    permission: Permission
    item: TSchema
    read(ctx: Ctx, stretch: Stretch): Promise<Page<Keyed<Row>>>
    present(row: Row, ctx: Ctx): unknown
  },
): void {
  app.addSchema(given.item)
  app.get<{ Querystring: { cursor?: string; limit?: number } }>(
    `/my/${given.name}`,
    operation({
      ...of,
      id: `list-my-${given.name}`,
      summary: `List ${given.what}`,
      description: 'Of all the customers that one’s address stands for, newest first.',
      permission: given.permission,
      querystring: Type.Object(pageFields),
      response: pageOf(ref(given.item), 'A page of them.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await given.read(ctx, stretchOf(query)), (row) => given.present(row, ctx)),
  )
}

/** What there is of the customer who has signed in. */
export const myListRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.addSchema(shape.myInvoice)
  app.get(
    '/my/invoices',
    operation({
      ...of,
      id: 'list-my-invoices',
      summary: 'List one’s invoices',
      description:
        'Of all the customers that one’s address stands for, and those made out to it; newest first.',
      permission: 'invoices:read',
      querystring: Type.Object({
        ...pageFields,
        open: Type.Optional(Type.Boolean({ description: 'Only those with something left to pay.' })),
      }),
      response: pageOf(ref(shape.myInvoice), 'A page of them.'),
    }),
    async ({ ctx, query }) =>
      presentPage(
        await listOwnInvoices(ctx, { open: query.open ?? false }, stretchOf(query)),
        show.presentMyInvoice,
      ),
  )
  list(app, {
    name: 'payments',
    what: 'one’s payments',
    permission: 'invoices:read',
    item: shape.myPayment,
    read: listOwnPayments,
    present: show.presentMyPayment,
  })
  list(app, {
    name: 'offers',
    what: 'one’s offers',
    permission: 'offers:read',
    item: shape.myOffer,
    read: listOwnOffers,
    present: show.presentMyOffer,
  })
  list(app, {
    name: 'agreements',
    what: 'the agreements that one was invited to sign',
    permission: 'agreements:read',
    item: shape.myAgreement,
    read: listOwnAgreements,
    present: show.presentMyAgreement,
  })
  list(app, {
    name: 'appointments',
    what: 'one’s appointments',
    permission: 'appointments:read',
    item: shape.myAppointment,
    read: listOwnAppointments,
    present: show.presentMyAppointment,
  })
  list(app, {
    name: 'subscriptions',
    what: 'one’s subscriptions',
    permission: 'subscription:read',
    item: shape.mySubscription,
    read: listOwnSubscriptions,
    present: show.presentMySubscription,
  })
  list(app, {
    name: 'punch-cards',
    what: 'one’s punch cards',
    permission: 'punchcards:read',
    item: shape.myPunchCard,
    read: listOwnPunchCards,
    present: show.presentMyPunchCard,
  })
  list(app, {
    name: 'file-shares',
    what: 'the files that were shared with one',
    permission: 'fileshare:read',
    item: shape.myFileShare,
    read: listOwnFileShares,
    present: show.presentMyFileShare,
  })
  list(app, {
    name: 'file-requests',
    what: 'the files that one is asked for',
    permission: 'filerequest:read',
    item: shape.myFileRequest,
    read: listOwnFileRequests,
    present: show.presentMyFileRequest,
  })

  const calendar = operation({
    ...of,
    id: 'get-my-appointment-as-ics',
    summary: 'Download an appointment',
    description: 'As a calendar file.',
    permission: 'appointments:read',
    params: { appointmentId: 'The ID of the appointment, starting with `apt_`.' },
    response: Type.String(),
    errors: { 404: 'There is no such appointment of one’s own.' },
  })
  const response = { ...calendar.schema.response, 200: file('The calendar file.', 'text/calendar') }
  app.get(
    '/my/appointments/:appointmentId/calendar.ics',
    { ...calendar, schema: { ...calendar.schema, response } },
    async ({ ctx, params }, reply) => {
      const id = pathId('appointment', params.appointmentId, 'appointment')
      const appointment = await getOwnAppointment(ctx, id)
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="appointment.ics"')
        .send(calendarOf(appointment, 'PUBLISH', ctx.now))
    },
  )
}
