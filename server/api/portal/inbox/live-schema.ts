import Type from 'typebox'
import { instant } from '../sessions/schema.ts'

export const inboxNews = Type.Object(
  {
    cursor: Type.String({
      description: 'For `since` of the next request.',
      examples: ['1234567.1795255200'],
    }),
    reset: Type.Boolean({ description: 'Too much was missed: look at everything anew.' }),
    changes: Type.Array(
      Type.Object({
        conversationId: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        type: Type.String({ description: 'What changed.', examples: ['ticket.customer_replied'] }),
        by: Type.Union([Type.String(), Type.Null()], {
          description: 'The ID of the user who did it, where one did.',
        }),
        at: instant,
      }),
      { description: 'In order; one may come twice.' },
    ),
    presence: Type.Array(
      Type.Object({
        conversationId: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        colleagueId: Type.String({ examples: ['mbr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        name: Type.String(),
        writing: Type.Boolean(),
        since: instant,
      }),
      { description: 'Who has which conversation before them now, oneself too.' },
    ),
  },
  { $id: 'InboxNews', description: 'What changed in the inbox, and who is there.' },
)

export const presence = Type.Object({
  conversationId: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  writing: Type.Boolean({ examples: [false] }),
})
