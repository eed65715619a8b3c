import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { decodeId } from '../../server/api/mijnklantportaal/ids.ts'
import type { Tenant, TestApp } from './app.ts'
import { formOf, type Part } from './forms.ts'

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A PNG of the given size, transparent but for a wave. `data` replaces what it is packed of. */
export function aPng({ width = 120, height = 48, data = undefined as Buffer | undefined } = {}): Buffer {
  const row = 1 + width * 4
  const raw = Buffer.alloc(Math.min(height * row, 1_000_000))
  for (let x = 0; x < width; x += 1) {
    const y = Math.round(height / 2 + (height / 3) * Math.sin(x / 9))
    if ((y + 1) * row < raw.length) raw.writeUInt32BE(0x14206fff, y * row + 1 + x * 4)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data ?? deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const dataUrlOf = (bytes: Buffer, type = 'image/png'): string =>
  `data:${type};base64,${bytes.toString('base64')}`

export const aSignature: string = dataUrlOf(aPng())

/** A PDF of one page that says something. */
export async function aPdf(says = 'The contract'): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage().drawText(says, { x: 50, y: 700 })
  return Buffer.from(await document.save())
}

export const aDocument = async (says?: string): Promise<Part> => ({
  name: 'documents',
  filename: 'Contract version_2.pdf',
  type: 'application/pdf',
  content: await aPdf(says),
})

export const dirkJan = {
  firstName: 'Dirk Jan',
  lastName: 'Bakker',
  email: 'dj.bakker@domain.com',
  shouldIdentify: false,
}

/** The fields of an agreement without its documents. */
export const agreementFields = (signers: object[] = [dirkJan]): Part[] => [
  { name: 'name', content: 'Service contract' },
  { name: 'signerName', content: 'John Doe' },
  { name: 'signerSignatureData', content: aSignature },
  ...signers.map((signer) => ({ name: 'signers', content: JSON.stringify(signer) })),
]

export interface MadeAgreement {
  /** `agr_…` */
  id: string
  uuid: string
  /** As `/v1` answered it. */
  body: Record<string, unknown> & { documents: { id: string; fileHash: string }[] }
  /** The signers' links below `/api/portal`, in their order. */
  links: string[]
}

/** An agreement, made through `/v1`. */
export async function anAgreement(
  running: Pick<TestApp, 'app' | 'database'>,
  tenant: Tenant,
  { signers = [dirkJan] as object[], documents = undefined as Part[] | undefined } = {},
): Promise<MadeAgreement> {
  const form = formOf([...agreementFields(signers), ...(documents ?? [await aDocument()])])
  const response = await running.app.inject({
    method: 'POST',
    url: '/v1/agreements',
    headers: { authorization: tenant.bearer, ...form.headers },
    payload: form.payload,
  })
  if (response.statusCode !== 200) throw new Error(response.body)
  const body = response.json<MadeAgreement['body']>()
  const id = String(body['id'])
  const rows = await running.database.sql<{ token: string }[]>`
    select s.link_token as token from agreement_signers s join agreements a on a.company_id = s.company_id and a.id = s.agreement_id
     where a.company_id = ${tenant.company.companyId}
       and a.id = (select id from agreements where company_id = ${tenant.company.companyId} order by created_at desc, id desc limit 1)
     order by s.position`
  return {
    id,
    uuid: decodeId('agreement', id)!,
    body,
    links: rows.map(({ token }) => `/api/portal/agreements/${id}/${token}`),
  }
}
