import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { signDownload } from '../../../server/domain/documents/download-link.ts'
import { createFileRequest } from '../../../server/domain/file-requests/create-file-request.ts'
import { createFileShare } from '../../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../../server/domain/files/add-file.ts'
import { createDirectory } from '../../../server/domain/files/create-directory.ts'
import { createUploadedInvoice } from '../../../server/domain/invoices/create-uploaded-invoice.ts'
import { attachToMessage } from '../../../server/domain/tickets/attach-to-message.ts'
import { vault } from '../../../server/kernel/vault.ts'
import { anUpload, aTicket } from '../builders.ts'
import { PDF, pdfPart } from '../forms.ts'
import { none, type Area, type Pick } from './area.ts'

const fileOrDirectory = (pick: Pick) => ({ fileOrDirId: pick('file') })
const fileRequest = (pick: Pick) => ({ requestId: pick('fileRequest') })
const fileShare = (pick: Pick) => ({ shareId: pick('fileShare') })
const requestLink = (pick: Pick) => ({ id: pick('fileRequest'), token: pick('fileRequestToken') })
const shareLink = (pick: Pick) => ({ id: pick('fileShare'), token: pick('fileShareToken') })
const message = (pick: Pick) => ({ ticketId: pick('askedTicket'), messageId: pick('message') })

/** Files and what is done with them, attachments, and the PDFs of invoices. */
export const documents: Area = {
  nobody: {
    file: none('fsf'),
    directory: none('fsd'),
    fileRequest: none('frq'),
    requestedFile: none('fqf'),
    fileRequestToken: `1-${'x'.repeat(24)}`,
    fileShare: none('fss'),
    fileShareToken: `1-${'x'.repeat(24)}`,
    downloadToken: 'x'.repeat(78),
    askedTicket: none('tic'),
    message: none('tim'),
    attachment: none('tma'),
    uploadedInvoice: none('inv'),
    idleInvoice: none('inv'),
  },
  async make(tenant, { customerId }) {
    const ctx = tenant.ctx()
    const directory = await createDirectory(ctx, 'Contracts', null)
    const file = await addFile(tenant.ctx(), await anUpload(tenant), directory.id)
    const asked = (required: boolean) => ({ name: 'Logo', description: null, required, maxSizeKb: 10 })
    const request = await createFileRequest(tenant.ctx(), {
      name: 'Contract renewal',
      description: null,
      customerId,
      directoryId: null,
      requestedFiles: [asked(true), asked(false)],
    })
    const share = await createFileShare(tenant.ctx(), [directory, file], customerId)
    const invoiceOf = async () =>
      createUploadedInvoice(tenant.ctx(), {
        customerId,
        externalNumber: '2026-100',
        issuedOn: '2026-11-01',
        dueOn: null,
        amountCents: 1295,
        pdf: await anUpload(tenant, PDF, 'invoice.pdf', 'application/pdf'),
        paidAt: null,
      })
    const { invoice: questioned } = await aTicket(tenant)
    const [spoken] = await ctx.sql<[{ ticketId: string; id: string }]>`
      select m.ticket_id as "ticketId", m.id from ticket_messages m
       where m.company_id = ${tenant.company.companyId} and m.invoice_id = ${questioned.id} limit 1`
    const ticket = await attachToMessage(tenant.ctx(), spoken.ticketId, spoken.id, await anUpload(tenant))
    return {
      file: encodeId('file', file.id),
      directory: encodeId('directory', directory.id),
      fileRequest: encodeId('fileRequest', request.id),
      requestedFile: encodeId('requestedFile', request.requestedFiles[0]!.id),
      fileRequestToken: request.linkToken,
      fileShare: encodeId('fileShare', share.id),
      fileShareToken: share.linkToken,
      downloadToken: signDownload(vault(Buffer.alloc(32, 7)).derive('downloads'), {
        companyId: tenant.company.companyId,
        documentId: file.documentId!,
        expiresAt: new Date(tenant.ctx().now.getTime() + 300_000),
      }),
      askedTicket: encodeId('ticket', spoken.ticketId),
      message: encodeId('message', spoken.id),
      attachment: encodeId('attachment', ticket.messages[0]!.attachments[0]!.id),
      uploadedInvoice: encodeId('invoice', (await invoiceOf()).id),
      idleInvoice: encodeId('invoice', (await invoiceOf()).id),
    }
  },
  routes: {
    'GET /v1/files': { api: 'v1' },
    'POST /v1/files': { api: 'v1', body: () => ({ name: 'Contracts' }) },
    'GET /v1/files/:fileOrDirId': { api: 'v1', params: fileOrDirectory },
    'GET /v1/files/:fileId/download': { api: 'v1', params: (pick) => ({ fileId: pick('file') }) },
    'PATCH /v1/files/:fileOrDirId': {
      api: 'v1',
      params: fileOrDirectory,
      body: () => ({ name: 'Renamed.txt' }),
    },
    'DELETE /v1/files/:fileOrDirId': { api: 'v1', params: fileOrDirectory, ignoresBody: true },
    'GET /v1/file-requests': { api: 'v1' },
    'GET /v1/file-requests/:requestId': { api: 'v1', params: fileRequest },
    'POST /v1/file-requests': {
      api: 'v1',
      body: (pick) => ({
        name: 'Contract renewal',
        description: 'We need these files to complete your contract renewal',
        customerId: pick('customer'),
        directoryId: pick('directory'),
        requestedFiles: [
          {
            name: 'Logo',
            description: 'The logo we should put on your website',
            required: true,
            maxFileSize: 10240,
          },
        ],
      }),
    },
    'DELETE /v1/file-requests/:requestId': { api: 'v1', params: fileRequest, ignoresBody: true },
    'GET /v1/file-shares': { api: 'v1' },
    'GET /v1/file-shares/:shareId': { api: 'v1', params: fileShare },
    'POST /v1/file-shares': {
      api: 'v1',
      body: (pick) => ({ content: [pick('directory'), pick('file')], customerId: pick('customer') }),
    },
    'DELETE /v1/file-shares/:shareId': { api: 'v1', params: fileShare, ignoresBody: true },
    'POST /v1/tickets/:ticketId/message/:messageId/attachment': {
      api: 'v1',
      params: message,
      files: [{ name: 'attachment', filename: 'Screenshot.txt', type: 'text/plain', content: 'a picture' }],
    },
    'GET /v1/tickets/:ticketId/message/:messageId/attachment/:attachmentId/download': {
      api: 'v1',
      params: (pick) => ({ ...message(pick), attachmentId: pick('attachment') }),
    },
    'POST /v1/customer-invoices': {
      api: 'v1',
      body: (pick) => ({
        customerId: pick('customer'),
        invoiceNumber: '2014-001',
        issuedAt: '2026-11-01',
        amount: '12.95',
        paidAt: '2026-11-11 12:59:00',
        sendNotification: true,
      }),
      files: [pdfPart('pdf')],
    },
    'GET /v1/customer-invoices/:invoiceId/pdf': {
      api: 'v1',
      params: (pick) => ({ invoiceId: pick('uploadedInvoice') }),
    },
    'DELETE /v1/customer-invoices/:invoiceId': {
      api: 'v1',
      params: (pick) => ({ invoiceId: pick('idleInvoice') }),
      ignoresBody: true,
    },
    // A form that is wrong comes back with what was wrong.
    'GET /file-requests/:id/:token': { api: 'page', params: requestLink },
    'POST /file-requests/:id/:token/files/:requestedFileId': {
      api: 'page',
      params: (pick) => ({ ...requestLink(pick), requestedFileId: pick('requestedFile') }),
      files: [{ name: 'file', filename: 'logo.txt', type: 'text/plain', content: 'a logo' }],
      ignoresBody: true,
    },
    'GET /file-shares/:id/:token': { api: 'page', params: shareLink },
    'GET /file-shares/:id/:token/files/:fileId': {
      api: 'page',
      params: (pick) => ({ ...shareLink(pick), fileId: pick('file') }),
    },
    'GET /api/portal/file-requests/:id/:token': { api: 'portal', params: requestLink },
    'POST /api/portal/file-requests/:id/:token/files/:requestedFileId': {
      api: 'portal',
      params: (pick) => ({ ...requestLink(pick), requestedFileId: pick('requestedFile') }),
      files: [{ name: 'file', filename: 'logo.txt', type: 'text/plain', content: 'a logo' }],
    },
    'GET /api/portal/file-shares/:id/:token': { api: 'portal', params: shareLink },
    'GET /api/portal/file-shares/:id/:token/files/:fileId': {
      api: 'portal',
      params: (pick) => ({ ...shareLink(pick), fileId: pick('file') }),
    },
    'GET /api/portal/downloads/:token': {
      api: 'portal',
      params: (pick) => ({ token: pick('downloadToken') }),
    },
  },
}
