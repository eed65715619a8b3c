import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { acceptInvitation, getInvitation } from '../../../domain/staff/accept-invitation.ts'
import { changeRole } from '../../../domain/staff/change-role.ts'
import { inviteColleague, revokeInvitation } from '../../../domain/staff/invite-colleague.ts'
import { listColleagues } from '../../../domain/staff/list-colleagues.ts'
import { removeColleague } from '../../../domain/staff/remove-colleague.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { writeSessionCookie } from '../../session-cookie.ts'
import { originOf } from '../../staff-sessions.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentColleague, presentInvitation, presentOpenInvitation } from './present.ts'
import {
  acceptance,
  accepted,
  colleague,
  invitation,
  invitationToken,
  newInvitation,
  newRole,
  openInvitation,
  staffList,
} from './schema.ts'

const colleagueId = { colleagueId: 'The ID of the membership, starting with `mbr_`.' }

/** Answering an invitation. Registered where no `Idempotency-Key` counts, as sessions are. */
export const invitationRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { sql, clock } = deps
  for (const schema of [openInvitation, accepted]) app.addSchema(schema)

  app.post(
    '/invitations/inspect',
    operation({
      id: 'get-invitation',
      tag: 'Staff',
      summary: 'Read an invitation by its link',
      description: 'Who invites whom to what.',
      permission: 'anybody',
      body: invitationToken,
      response: ref(openInvitation),
      errors: { 422: 'The link is none, was used or is too old.' },
    }),
    async (request) =>
      presentOpenInvitation(await getInvitation(sql, clock.now(), request.body.token, originOf(request))),
  )

  app.post(
    '/invitations/accept',
    operation({
      id: 'accept-invitation',
      tag: 'Staff',
      summary: 'Accept an invitation',
      description:
        'Makes an account with the name and the password, and signs it in; who has an account joins with that and signs in as always.',
      permission: 'anybody',
      body: acceptance,
      response: ref(accepted),
      errors: {
        409: 'They belong to the staff already.',
        422: 'The link is none, was used or is too old, or the password will not do.',
      },
    }),
    async (request, reply) => {
      const token = await acceptInvitation(sql, clock.now(), request.body, originOf(request))
      deps.access.clear()
      if (token !== undefined) writeSessionCookie(deps, reply, token)
      return { signedIn: token !== undefined }
    },
  )
}

export const staffRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [colleague, invitation]) app.addSchema(schema)

  app.get(
    '/staff',
    operation({
      id: 'list-staff',
      tag: 'Staff',
      summary: 'List the staff',
      description: 'Who works for the company, and who was invited to.',
      permission: 'staff:read',
      response: staffList,
    }),
    async ({ ctx }) => {
      const { colleagues, invitations } = await listColleagues(ctx)
      return {
        colleagues: colleagues.map((one) => presentColleague(one, ctx.company)),
        invitations: invitations.map((one) => presentInvitation(one, ctx.company)),
      }
    },
  )

  app.post(
    '/staff/invitations',
    operation({
      id: 'invite-colleague',
      tag: 'Staff',
      summary: 'Invite somebody to the staff',
      description: 'Mails a link that is good once, for a week; one that they have already is void then.',
      permission: 'staff:write',
      body: newInvitation,
      response: ref(invitation),
      errors: { 409: 'Somebody with that address belongs to the staff already.' },
    }),
    async ({ ctx, body, staff }) =>
      presentInvitation((await inviteColleague(ctx, body, staff.name)).invitation, ctx.company),
  )

  app.delete(
    '/staff/invitations/:invitationId',
    operation({
      id: 'revoke-invitation',
      tag: 'Staff',
      summary: 'Take an invitation back',
      description: 'Its link is void from then on.',
      permission: 'staff:write',
      params: { invitationId: 'The ID of the invitation, starting with `ivt_`.' },
      errors: { 404: 'There is no such invitation, or it was answered.' },
    }),
    async ({ ctx, params }, reply) => {
      await revokeInvitation(ctx, pathId('invitation', params.invitationId, 'invitation'))
      reply.code(204 as 200)
    },
  )

  app.patch(
    '/staff/:colleagueId',
    operation({
      id: 'change-role',
      tag: 'Staff',
      summary: 'Give a colleague another role',
      description: 'Holds at once, also for who is signed in.',
      permission: 'staff:write',
      params: colleagueId,
      body: newRole,
      errors: { 404: 'There is no such colleague.', 409: 'They are the last owner.' },
    }),
    async ({ ctx, params, body }, reply) => {
      await changeRole(ctx, pathId('colleague', params.colleagueId, 'colleague'), body.role)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.delete(
    '/staff/:colleagueId',
    operation({
      id: 'remove-colleague',
      tag: 'Staff',
      summary: 'Take somebody off the staff',
      description: 'Their sessions reach nothing of the company any more.',
      permission: 'staff:write',
      params: colleagueId,
      errors: { 404: 'There is no such colleague.', 409: 'They are the last owner.' },
    }),
    async ({ ctx, params }, reply) => {
      await removeColleague(ctx, pathId('colleague', params.colleagueId, 'colleague'))
      deps.access.clear()
      reply.code(204 as 200)
    },
  )
}
