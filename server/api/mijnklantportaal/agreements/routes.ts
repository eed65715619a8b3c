import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from 'typebox'
import { createAgreement } from '../../../domain/agreements/create-agreement.ts'
import { deleteAgreement } from '../../../domain/agreements/delete-agreement.ts'
import { getAgreementDocument } from '../../../domain/agreements/get-agreement-document.ts'
import { getAgreement } from '../../../domain/agreements/get-agreement.ts'
import { listAgreements } from '../../../domain/agreements/list-agreements.ts'
import { remindSigner } from '../../../domain/agreements/remind-signer.ts'
import { searchAgreements, type AgreementFilter } from '../../../domain/agreements/search-agreements.ts'
import { parseSignature } from '../../../domain/agreements/signature.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { cloudfile, presentCloudfile } from '../cloudfile.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentAgreement, presentAgreementDetails } from './present.ts'
import { agreement, agreementQuery, agreementWithDetails, newAgreement } from './schema.ts'

const tag = 'Agreements API'
const pathParameters = { agreementId: 'The ID of the agreement, starting with `agr_`.' }

const agreementId = (params: { agreementId: string }) =>
  idOr404(decodeId('agreement', params.agreementId), 'agreement')

const filterOf = ({ status, signerEmail }: Static<typeof agreementQuery>): AgreementFilter => ({
  ...(status === undefined ? {} : { signed: status === 'signed' }),
  ...(signerEmail === undefined ? {} : { signerEmail }),
})

export const agreementRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [agreement, agreementWithDetails]) app.addSchema(schema)

  app.get(
    '/agreements',
    operation({
      id: 'list-agreements',
      tag,
      summary: 'List agreements',
      description: 'The agreements of the portal, newest first.',
      permission: 'agreements:read',
      feature: 'agreements',
      querystring: agreementQuery,
      response: pageOf(ref(agreement), 'The paginated agreements'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const { status, signerEmail } = query
      const agreements =
        status === undefined && signerEmail === undefined
          ? await listAgreements(ctx, toPageRequest(page))
          : await searchAgreements(ctx, filterOf(query), toPageRequest(page))
      return presentPage(
        agreements,
        page,
        `${deps.publicUrl()}/v1/agreements`,
        (row) => presentAgreement(row, ctx),
        { status, signerEmail: signerEmail === undefined ? undefined : encodeURIComponent(signerEmail) },
      )
    },
  )

  app.get(
    '/agreements/:agreementId',
    operation({
      id: 'get-agreement',
      tag,
      summary: 'Get agreement',
      description: 'One agreement with its signers and documents.',
      permission: 'agreements:read',
      feature: 'agreements',
      params: pathParameters,
      response: ref(agreementWithDetails),
      errors: [404],
    }),
    async ({ ctx, params }) => presentAgreementDetails(await getAgreement(ctx, agreementId(params)), ctx),
  )

  await acceptUploads(app, deps, creating(deps))

  app.get(
    '/agreements/:agreementId/documents/:documentId/download',
    operation({
      id: 'download-agreement-document',
      tag,
      summary: 'Download agreement document',
      description:
        'A link to the document, good for five minutes: as uploaded, and once everybody has signed with the page about the signatures.',
      permission: 'agreements:read',
      feature: 'agreements',
      params: { ...pathParameters, documentId: 'The ID of the document, starting with `agd_`.' },
      response: ref(cloudfile),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const id = idOr404(decodeId('agreementDocument', params.documentId), 'agreement_document')
      return presentCloudfile(await getAgreementDocument(ctx, agreementId(params), id), ctx, deps)
    },
  )

  app.post(
    '/agreements/:agreementId/signers/:signerId/reminder',
    operation({
      id: 'remind-agreement-signer',
      tag,
      summary: 'Remind signer',
      description: 'Mails a signer who has not signed the link once more (extension). It has no body.',
      permission: 'agreements:write',
      feature: 'agreements',
      params: { ...pathParameters, signerId: 'The ID of the signer, starting with `ags_`.' },
      response: ref(agreementWithDetails),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => {
      const signerId = idOr404(decodeId('agreementSigner', params.signerId), 'agreement_signer')
      return presentAgreementDetails(await remindSigner(ctx, agreementId(params), signerId), ctx)
    },
  )

  app.delete(
    '/agreements/:agreementId',
    operation({
      id: 'delete-agreement',
      tag,
      summary: 'Delete agreement',
      description:
        'Withdraws an agreement that nobody who was invited has signed, with its documents (extension). Answers the agreement as it was.',
      permission: 'agreements:write',
      feature: 'agreements',
      params: pathParameters,
      response: ref(agreementWithDetails),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => presentAgreementDetails(await deleteAgreement(ctx, agreementId(params)), ctx),
  )
}

/** The one that takes files. */
const creating =
  (deps: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/agreements',
      operation({
        id: 'create-agreement',
        tag,
        summary: 'Create agreement',
        description:
          'Signs documents for the company and invites up to five others by mail to sign them too.',
        permission: 'agreements:write',
        body: newAgreement,
        response: ref(agreementWithDetails),
        errors: [422],
      }),
      async ({ ctx, body }) => {
        const { name, signerName, signerSignatureData, documents } = body
        const signers = body.signers.map(({ shouldIdentify = false, ...signer }) => ({
          ...signer,
          shouldIdentify,
        }))
        const signature = parseSignature(signerSignatureData, 'signerSignatureData')
        const input = { name, signerName, signature, signers, documents }
        return presentAgreementDetails(await createAgreement(ctx, deps.storage, input), ctx)
      },
    )
  }
