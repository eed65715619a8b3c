import type { FileShare } from '../../../domain/file-shares/file-share.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { presentFile } from '../files/present.ts'
import { encodeId } from '../ids.ts'

export function presentFileShare(share: FileShare, company: Company, publicUrl: string) {
  const id = encodeId('fileShare', share.id)
  const customerId = share.customerId === null ? null : encodeId('customer', share.customerId)
  return {
    id,
    sharedWithCustomerId: customerId,
    sharedContent: share.content.map((file) => presentFile(file, company)),
    createdAt: formatAtom(share.createdAt, company.timeZone),
    links: {
      customer:
        customerId === null
          ? null
          : { href: `${publicUrl}/v1/customers/${customerId}`, type: 'application/json' },
      publicShare: {
        href: `${publicUrl}/file-shares/${id}/${share.linkToken}`,
        type: 'text/html',
      },
    },
  }
}
