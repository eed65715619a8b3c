import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { linkToken } from '../account/schema.ts'
import { emailAddress, instant, password, role } from '../sessions/schema.ts'

export const colleague = Type.Object(
  {
    id: Type.String({ examples: ['mbr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    userId: Type.String({ examples: ['usr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    email: emailAddress,
    name: Type.String(),
    role,
    secondFactor: Type.Boolean(),
    lastSeenAt: Type.Union([Type.String(), Type.Null()], { description: 'ATOM, to a few minutes.' }),
    joinedAt: instant,
  },
  { $id: 'Colleague', description: 'One of the staff.' },
)

export const invitation = Type.Object(
  {
    id: Type.String({ examples: ['ivt_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    email: emailAddress,
    role,
    createdAt: instant,
    expiresAt: instant,
  },
  { $id: 'Invitation', description: 'Somebody who was asked to join and has not answered.' },
)

export const staffList = Type.Object({
  colleagues: Type.Array(ref(colleague), { description: 'By name.' }),
  invitations: Type.Array(ref(invitation), { description: 'Oldest first; one that is over is shown too.' }),
})

export const newInvitation = Type.Object({ email: emailAddress, role })
export const newRole = Type.Object({ role })

export const invitationToken = Type.Object({ token: linkToken })

export const openInvitation = Type.Object(
  {
    company: Type.Object({ name: Type.String() }),
    email: emailAddress,
    role,
    hasAccount: Type.Boolean({
      description: 'There is an account with that address: no name and password are needed.',
    }),
  },
  { $id: 'OpenInvitation', description: 'What somebody is invited to.' },
)

export const acceptance = Type.Object({
  token: linkToken,
  name: Type.Optional(
    Type.String({ description: 'Of who has no account yet.', maxLength: 100, examples: ['Olga Owner'] }),
  ),
  password: Type.Optional(password('The same: 12 to 200 characters, and not one that is easily guessed.')),
})

export const accepted = Type.Object(
  { signedIn: Type.Boolean({ description: 'False: there was an account, with which to sign in.' }) },
  { $id: 'Accepted', description: 'They belong to the staff.' },
)
