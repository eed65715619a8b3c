import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createAgreement } from '../../../server/domain/agreements/create-agreement.ts'
import { parseSignature } from '../../../server/domain/agreements/signature.ts'
import { aDocument, aSignature, dirkJan } from '../agreements.ts'
import type { Tenant } from '../app.ts'
import { anUpload } from '../builders.ts'
import { none, type Area, type Pick } from './area.ts'

const contract = await aDocument()
const agreement = (pick: Pick) => ({ agreementId: pick('agreement') })
const link = (pick: Pick) => ({ id: pick('agreement'), token: pick('signerToken') })
const identifiedLink = (pick: Pick) => ({ id: pick('strictAgreement'), token: pick('strictSignerToken') })

async function make(tenant: Tenant, shouldIdentify: boolean) {
  const { id, documents, signers } = await createAgreement(tenant.ctx(), tenant.storage, {
    name: 'Service contract',
    signerName: 'John Doe',
    signature: parseSignature(aSignature, 'signature'),
    signers: [{ ...dirkJan, shouldIdentify }],
    documents: [await anUpload(tenant, contract.content, contract.filename, contract.type)],
  })
  const [signer] = await tenant.ctx().sql<[{ token: string }]>`
    select link_token as token from agreement_signers
     where company_id = ${tenant.company.companyId} and agreement_id = ${id}`
  return {
    agreement: encodeId('agreement', id),
    document: encodeId('agreementDocument', documents[0]!.id),
    signer: encodeId('agreementSigner', signers[0]!.id),
    token: signer.token,
  }
}

export const agreements: Area = {
  nobody: {
    agreement: none('agr'),
    agreementDocument: none('agd'),
    agreementSigner: none('ags'),
    signerToken: `1-${'x'.repeat(24)}`,
    strictAgreement: none('agr'),
    strictSignerToken: `1-${'x'.repeat(24)}`,
  },
  async make(tenant) {
    const plain = await make(tenant, false)
    const strict = await make(tenant, true)
    return {
      agreement: plain.agreement,
      agreementDocument: plain.document,
      agreementSigner: plain.signer,
      signerToken: plain.token,
      strictAgreement: strict.agreement,
      strictSignerToken: strict.token,
    }
  },
  routes: {
    'GET /v1/agreements': { api: 'v1' },
    'GET /v1/agreements/:agreementId': { api: 'v1', params: agreement },
    'POST /v1/agreements': {
      api: 'v1',
      body: () => ({
        name: 'Service contract',
        signerName: 'John Doe',
        signerSignatureData: aSignature,
        signers: [dirkJan],
      }),
      files: [contract],
    },
    'POST /v1/agreements/:agreementId/signers/:signerId/reminder': {
      api: 'v1',
      params: (pick) => ({ ...agreement(pick), signerId: pick('agreementSigner') }),
      ignoresBody: true,
    },
    'DELETE /v1/agreements/:agreementId': { api: 'v1', params: agreement, ignoresBody: true },
    'GET /v1/agreements/:agreementId/documents/:documentId/download': {
      api: 'v1',
      params: (pick) => ({ ...agreement(pick), documentId: pick('agreementDocument') }),
    },
    // Its forms come back with what was wrong.
    'GET /agreements/:id/:token': { api: 'page', params: link },
    'POST /agreements/:id/:token': {
      api: 'page',
      params: link,
      body: () => ({ signature: aSignature }),
      ignoresBody: true,
    },
    'POST /agreements/:id/:token/code': { api: 'page', params: identifiedLink, ignoresBody: true },
    'GET /api/portal/agreements/:id/:token': { api: 'portal', params: link },
    'GET /api/portal/agreements/:id/:token/documents/:documentId': {
      api: 'portal',
      params: (pick) => ({ ...link(pick), documentId: pick('agreementDocument') }),
    },
    'POST /api/portal/agreements/:id/:token/code': {
      api: 'portal',
      params: identifiedLink,
      ignoresBody: true,
    },
    'POST /api/portal/agreements/:id/:token/sign': {
      api: 'portal',
      params: link,
      body: () => ({ signature: aSignature }),
    },
  },
}
