import type { Db } from '../../kernel/context.ts'

/** The number of the company whose link bears that id: the address of a link's page names none. Only the edge asks. */
export async function companyOfPaymentLink(sql: Db, id: string): Promise<number | undefined> {
  const [link] = await sql<{ companyId: number }[]>`
    select company_id as "companyId" from payment_links where id = ${id}`
  return link?.companyId
}
