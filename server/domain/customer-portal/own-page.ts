import { encodeUuid } from '../../kernel/base32.ts'

/** Where customers of a company see what is theirs, once they have signed in: a path. `id` is the company's UUID. */
export const ownPage = (id: string): string => `/my/com_${encodeUuid(id)}`

export const ownConversationPage = (companyUuid: string, ticketId: string): string =>
  `${ownPage(companyUuid)}/conversations/tic_${encodeUuid(ticketId)}`
