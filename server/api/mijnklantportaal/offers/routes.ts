import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { acceptOffer } from '../../../domain/offers/accept-offer.ts'
import { createManualOffer } from '../../../domain/offers/create-manual-offer.ts'
import { createOffer } from '../../../domain/offers/create-offer.ts'
import { deleteOffer } from '../../../domain/offers/delete-offer.ts'
import { getOfferDetails } from '../../../domain/offers/get-offer-details.ts'
import { getOffer } from '../../../domain/offers/get-offer.ts'
import type { Answer } from '../../../domain/offers/insert-offer.ts'
import { listOffers } from '../../../domain/offers/list-offers.ts'
import type { Offer } from '../../../domain/offers/offer.ts'
import { rejectOffer } from '../../../domain/offers/reject-offer.ts'
import { searchOffers } from '../../../domain/offers/search-offers.ts'
import { sendOffer } from '../../../domain/offers/send-offer.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { cloudfile, presentCloudfile, presentPaper } from '../cloudfile.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { keyOf, listOf, parseListing, presentListing } from '../listing.ts'
import { offerFilter, offerQuery } from './list.ts'
import { presentOffer, publicOfferLink } from './present.ts'
import { customerOffer, newManualOffer, newOffer, offerAnswer } from './schema.ts'

const tag = 'Customer Offers API'
const pathParameters = { offerId: 'The ID of the offer, starting with `off_`.' }
const offerId = (params: { offerId: string }) => idOr404(decodeId('offer', params.offerId), 'offer')

function customerIdOf(text: string): string {
  const id = decodeId('customer', text)
  if (id === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
  return id
}

function instantOf(ctx: Ctx, field: string, text: string | undefined): Date | null {
  if (text === undefined) return null
  const instant = parseDateTime(text, ctx.company.timeZone)
  if (!instant) throw invalid(field, 'must be a date and time that exist, as YYYY-mm-dd H:i:s or YYYY-mm-dd')
  return instant
}

const answerOf = (
  ctx: Ctx,
  body: { acceptedAt?: string; acceptedViaIp?: string; acceptedViaUserAgent?: string; rejectedAt?: string },
): Answer => ({
  acceptedAt: instantOf(ctx, 'acceptedAt', body.acceptedAt),
  acceptedViaIp: body.acceptedViaIp ?? null,
  acceptedViaUserAgent: body.acceptedViaUserAgent ?? null,
  rejectedAt: instantOf(ctx, 'rejectedAt', body.rejectedAt),
})

/** Who is to be told of an offer gets its link. */
const notifying = (deps: Deps, { sendNotification }: { sendNotification?: boolean }) =>
  sendNotification
    ? { linkOf: (made: Pick<Offer, 'id' | 'linkToken'>) => publicOfferLink(made, deps.publicUrl()) }
    : {}

export const offerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(customerOffer)

  app.get(
    '/customer-offers',
    operation({
      id: 'list-customer-offers',
      tag,
      summary: 'List customer offers',
      description: 'The offers of the portal, newest first; filters, orders and cursors are extensions.',
      permission: 'offers:read',
      feature: 'offers',
      querystring: offerQuery,
      response: listOf(ref(customerOffer), 'The paginated offers'),
      errors: [422],
    }),
    async ({ ctx, query }) => {
      const listing = parseListing(query, '-createdAt')
      const url = deps.publicUrl()
      const offers = listing.plain
        ? await listOffers(ctx, listing.stretch)
        : await searchOffers(ctx, offerFilter(query), listing.order, listing.stretch)
      return presentListing(
        offers,
        listing,
        `${url}/v1/customer-offers`,
        (row) => presentOffer(row, ctx.company, url),
        keyOf,
      )
    },
  )

  app.get(
    '/customer-offers/:offerId',
    operation({
      id: 'get-customer-offer',
      tag,
      summary: 'Get customer offer',
      description: 'One offer.',
      permission: 'offers:read',
      feature: 'offers',
      params: pathParameters,
      response: ref(customerOffer),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentOffer(await getOffer(ctx, offerId(params)), ctx.company, deps.publicUrl()),
  )

  app.get(
    '/customer-offers/:offerId/pdf',
    operation({
      id: 'get-customer-offer-as-pdf',
      tag,
      summary: 'Get customer offer as PDF',
      description:
        'A link to the PDF that came with the offer, else to one that is made of its lines (extension).',
      permission: 'offers:read',
      feature: 'offers',
      params: pathParameters,
      response: ref(cloudfile),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const { id, documentId } = await getOfferDetails(ctx, offerId(params))
      return documentId === null
        ? presentPaper('offer', id, ctx, deps)
        : presentCloudfile(documentId, ctx, deps)
    },
  )

  await acceptUploads(app, deps, async (uploads) => {
    uploads.post(
      '/customer-offers',
      operation({
        id: 'create-customer-offer',
        tag,
        summary: 'Create customer offer',
        description: 'Makes an offer of its PDF; it may have been accepted or rejected already.',
        permission: 'offers:write',
        body: newOffer,
        response: ref(customerOffer),
        errors: [422],
      }),
      async ({ ctx, body }) => {
        const offer = await createOffer(ctx, {
          customerId: customerIdOf(body.customerId),
          number: body.offerNumber,
          issuedOn: body.issuedAt,
          expiresOn: body.expiresAt,
          amountCents: parseCents(body.amount)!,
          pdf: body.pdf,
          answer: answerOf(ctx, body),
          ...notifying(deps, body),
        })
        return presentOffer(offer, ctx.company, deps.publicUrl())
      },
    )
  })

  app.post(
    '/customer-offers/manual',
    operation({
      id: 'create-manual-customer-offer',
      tag,
      summary: 'Create manual customer offer',
      description:
        'Makes an offer of its lines, and a PDF of them. VAT is computed per rate, as EN 16931 has it.',
      permission: 'offers:write',
      feature: 'offers',
      body: newManualOffer,
      response: ref(customerOffer),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const offer = await createManualOffer(ctx, {
        customerId: customerIdOf(body.customerId),
        number: body.offerNumber,
        issuedOn: body.issuedAt,
        expiresOn: body.expiresAt,
        lines: body.lines.map(({ description, amountExclVat, vatRate }) => ({
          description,
          vatRate,
          netCents: parseCents(amountExclVat)!,
        })),
        ...notifying(deps, body),
      })
      return presentOffer(offer, ctx.company, deps.publicUrl())
    },
  )

  app.patch(
    '/customer-offers/:offerId',
    operation({
      id: 'mark-customer-offer-accepted-or-rejected',
      tag,
      summary: 'Mark customer offer as accepted or rejected',
      description:
        'Notes the answer of the customer, once. `acceptedViaIp` and `acceptedViaUserAgent` go with `acceptedAt`.',
      permission: 'offers:write',
      feature: 'offers',
      params: pathParameters,
      body: offerAnswer,
      response: ref(customerOffer),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const { acceptedAt, acceptedViaIp, acceptedViaUserAgent, rejectedAt } = answerOf(ctx, body)
      if (acceptedAt && rejectedAt)
        throw invalid('rejectedAt', 'must be left out beside acceptedAt: an offer is accepted or rejected')
      const id = offerId(params)
      if (acceptedAt)
        return presentOffer(
          await acceptOffer(ctx, id, {
            at: acceptedAt,
            ip: acceptedViaIp,
            userAgent: acceptedViaUserAgent,
            signature: null,
          }),
          ctx.company,
          deps.publicUrl(),
        )
      if (!rejectedAt) throw invalid('acceptedAt', 'is required, unless rejectedAt is given')
      return presentOffer(await rejectOffer(ctx, id, rejectedAt), ctx.company, deps.publicUrl())
    },
  )

  app.post(
    '/customer-offers/:offerId/notification',
    operation({
      id: 'send-customer-offer',
      tag,
      summary: 'Send customer offer',
      description:
        'Mails the customer the link of an offer that waits for an answer (extension). It has no body.',
      permission: 'offers:write',
      feature: 'offers',
      params: pathParameters,
      response: ref(customerOffer),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => {
      const url = deps.publicUrl()
      const sent = await sendOffer(ctx, offerId(params), (offer) => publicOfferLink(offer, url))
      return presentOffer(sent, ctx.company, url)
    },
  )

  app.delete(
    '/customer-offers/:offerId',
    operation({
      id: 'delete-customer-offer',
      tag,
      summary: 'Delete customer offer',
      description: 'Deletes an offer that was not accepted (extension). Answers it as it was.',
      permission: 'offers:write',
      feature: 'offers',
      params: pathParameters,
      response: ref(customerOffer),
      errors: [404, 422],
    }),
    async ({ ctx, params }) =>
      presentOffer(await deleteOffer(ctx, offerId(params)), ctx.company, deps.publicUrl()),
  )
}
