import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendSigningCode } from '../../../domain/agreements/code.ts'
import { getAgreementDocument } from '../../../domain/agreements/get-agreement-document.ts'
import { getInvitation } from '../../../domain/agreements/invitation.ts'
import { signAgreement } from '../../../domain/agreements/sign-agreement.ts'
import { parseSignature } from '../../../domain/agreements/signature.ts'
import { getDocument } from '../../../domain/documents/get-document.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { decodeUuid } from '../../../kernel/base32.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import { apiError } from '../errors.ts'
import { enterAgreement } from './enter.ts'
import { presentAgreementToSign } from './present.ts'
import { agreementToSign, codeSent, signing } from './schema.ts'
import { userAgentOf } from './user-agent.ts'

const ofLink = {
  id: Type.String({ description: 'The ID of the agreement.' }),
  token: Type.String({ description: 'The secret of the signer’s link.' }),
}
const params = Type.Object(ofLink)

const refusal = (description: string) =>
  ({ description, content: { 'application/json': { schema: ref(apiError) } } }) as never

const missing = refusal('There is no such agreement, or the link is wrong.')
const described = (operationId: string, summary: string, description: string) => ({
  operationId,
  tags: ['Agreements'],
  summary,
  description,
})

export const agreementRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(agreementToSign)

  app.get(
    '/agreements/:id/:token',
    {
      config: { open: true },
      schema: {
        ...described(
          'get-agreement-to-sign',
          'Read an agreement to sign',
          'What is to be signed, by whom, and who has signed.',
        ),
        params,
        response: { 200: ref(agreementToSign), 404: missing },
      },
    },
    async (request) => {
      const { ctx, link } = await enterAgreement(deps, request, request.params)
      return presentAgreementToSign(await getInvitation(ctx, link.agreementId, link.token), ctx.company)
    },
  )

  app.get(
    '/agreements/:id/:token/documents/:documentId',
    {
      config: { open: true },
      schema: {
        ...described(
          'download-document-to-sign',
          'Download a document of an agreement',
          'The PDF: as uploaded, and once everybody has signed with the page about the signatures.',
        ),
        params: Type.Object({
          ...ofLink,
          documentId: Type.String({ description: 'The ID of the document, starting with `agd_`.' }),
        }),
        response: {
          200: {
            description: 'The document, as an attachment.',
            content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
          } as never,
          404: missing,
          416: refusal('The document has no such range of bytes.'),
        },
      },
    },
    async (request, reply) => {
      const { ctx, link } = await enterAgreement(deps, request, request.params)
      await getInvitation(ctx, link.agreementId, link.token)
      const { documentId: shown } = request.params
      const id = idOr404(
        shown.startsWith('agd_') ? decodeUuid(shown.slice(4)) : undefined,
        'agreement_document',
      )
      const document = await getDocument(ctx, await getAgreementDocument(ctx, link.agreementId, id))
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )

  app.post(
    '/agreements/:id/:token/code',
    {
      config: { open: true },
      schema: {
        ...described(
          'send-signing-code',
          'Ask for a code',
          'Mails a code to the signer’s address, good for 15 minutes; those before are good no more.',
        ),
        params,
        response: {
          200: codeSent,
          404: missing,
          409: refusal('You need no code, or have signed already.'),
          429: refusal('A code was sent less than a minute ago, or ten today.'),
        },
      },
    },
    async (request) => {
      const { ctx, link } = await enterAgreement(deps, request, request.params)
      const invitation = await getInvitation(ctx, link.agreementId, link.token)
      const expiresAt = await sendSigningCode(ctx, invitation)
      return {
        sentTo: invitation.signer.email,
        expiresAt: formatAtom(expiresAt, ctx.company.timeZone),
      }
    },
  )

  app.post(
    '/agreements/:id/:token/sign',
    {
      config: { open: true },
      schema: {
        ...described(
          'sign-agreement',
          'Sign an agreement',
          'Signs as the one whose link it is. With the last signature the agreement is sealed.',
        ),
        params,
        body: signing,
        response: {
          200: ref(agreementToSign),
          404: missing,
          409: refusal('You have signed already.'),
          422: refusal('The signature is no picture, or the code is wrong.'),
        },
      },
    },
    async (request) => {
      const { ctx, link } = await enterAgreement(deps, request, request.params)
      const { body, headers, ip } = request
      const signed = await signAgreement(ctx, deps.sql, link, {
        signature: parseSignature(body.signature, 'signature'),
        code: body.code,
        ip,
        userAgent: userAgentOf(headers['user-agent']),
      })
      return presentAgreementToSign(signed, ctx.company)
    },
  )
}
