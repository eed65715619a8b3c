import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encodeId } from '../../../server/api/portal/ids.ts'
import { setLogo } from '../../../server/domain/companies/set-logo.ts'
import { inviteColleague } from '../../../server/domain/staff/invite-colleague.ts'
import { createPasswordLink } from '../../../server/domain/staff/password-change.ts'
import { relyingPartyOf } from '../../../server/domain/staff/passkey.ts'
import { askForPasskey } from '../../../server/domain/staff/prove-passkey.ts'
import { beginPasskey, registerPasskey } from '../../../server/domain/staff/register-passkey.ts'
import { findSession } from '../../../server/domain/staff/session.ts'
import type { Db } from '../../../server/kernel/context.ts'
import { Authenticator } from '../authenticator.ts'
import { aPng } from '../png.ts'
import { aColleague, asStaff, aSession, PASSWORD, type Staff } from '../staff.ts'
import { testVault, type Tenant } from '../app.ts'
import { newTotpSecret } from '../../../server/domain/staff/totp.ts'
import { none, type Area, type Pick, type Recipe } from './area.ts'

/** A request with the session of an owner, or of whoever the slot says. */
export const signedIn = (recipe: Omit<Recipe, 'api'> = {}, slot = 'staffSession'): Recipe => ({
  api: 'portal',
  refuses: [401, 404, 422],
  ...recipe,
  headers: (pick: Pick) => asStaff(pick(slot)),
})

/** A request of nobody in particular, from a page of ours. */
const fromOurPage = (recipe: Omit<Recipe, 'api'>): Recipe => ({
  api: 'portal',
  ...recipe,
  headers: () => ({ 'x-balie': '1' }),
})

const sessionIdOf = async (tenant: Tenant, token: string) =>
  encodeId('session', (await findSession(tenant.ctx().sql as Db, token))!.id)

/** What the app shows at the hour at which the clocks of tests stand. */
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse('2026-11-21T10:00:05Z') })

const aPicture = aPng(64, 32)

const party = relyingPartyOf('https://balie.example')!

async function aPasskeyBegun(tenant: Tenant, { userId }: Staff) {
  const { sql, now } = tenant.ctx()
  const device = new Authenticator()
  return { device, options: await beginPasskey(sql as Db, now, party, userId, PASSWORD) }
}

/** A passkey of one of the staff. */
async function aPasskey(tenant: Tenant, staff: Staff) {
  const { sql, now } = tenant.ctx()
  const { device, options } = await aPasskeyBegun(tenant, staff)
  const response = device.create(options)
  const { passkey } = await registerPasskey(sql as Db, now, party, staff.userId, { name: 'Key', response })
  return { id: passkey.id, device }
}

/** What a slot holds of a browser's answer; nothing where the slot is only counted. */
const credential = (text: string): object => (text.startsWith('{') ? (JSON.parse(text) as object) : {})

const NO_TOKEN = 'x'.repeat(43)

export const staff: Area = {
  nobody: {
    staffSession: NO_TOKEN,
    'staffSession.leaving': NO_TOKEN,
    'staffSession.enabling': NO_TOKEN,
    totpSecret: 'A'.repeat(32),
    logo: `1/${'0'.repeat(32)}`,
    passkey: none('psk'),
    passkeyMade: JSON.stringify(new Authenticator().create({ challenge: NO_TOKEN, user: { id: 'AAAA' } })),
    passkeySaid: JSON.stringify(new Authenticator().get({ challenge: NO_TOKEN })),
    staffEmail: 'nobody@example.com',
    invitationToken: NO_TOKEN,
    resetToken: NO_TOKEN,
    ownSession: none('ses'),
    portalCompany: none('com'),
    colleague: none('mbr'),
    'colleague.leaving': none('mbr'),
    invitation: none('ivt'),
  },
  secrets: [
    'staffSession',
    'staffSession.leaving',
    'staffSession.enabling',
    'totpSecret',
    'logo',
    'passkeyMade',
    'passkeySaid',
    'staffEmail',
    'invitationToken',
    'resetToken',
  ],
  async make(tenant) {
    const sql = tenant.ctx().sql as Db
    const owner = await aColleague(tenant)
    const leaving = await aColleague(tenant)
    const enabling = await aColleague(tenant)
    const { secret } = newTotpSecret(enabling.email)
    await sql`update users set totp_pending = ${testVault.seal(secret)} where id = ${enabling.userId}`
    const colleague = await aColleague(tenant, 'support')
    const gone = await aColleague(tenant, 'read_only')
    const passkey = await aPasskey(tenant, owner)
    const held = await aPasskey(tenant, await aColleague(tenant))
    const { device, options } = await aPasskeyBegun(tenant, owner)
    const invited = (n: number) =>
      inviteColleague(
        tenant.ctx(),
        { email: `invited-${n}-${randomBytes(6).toString('hex')}@example.com`, role: 'support' },
        undefined,
      )
    return {
      staffSession: owner.token,
      'staffSession.leaving': leaving.token,
      'staffSession.enabling': enabling.token,
      totpSecret: secret,
      logo: `${tenant.company.companyId}/${(await setLogo(tenant.ctx(), aPicture)).logo!.hash}`,
      passkey: encodeId('passkey', passkey.id),
      passkeyMade: JSON.stringify(device.create(options)),
      passkeySaid: JSON.stringify(
        held.device.get(
          await askForPasskey(sql, tenant.ctx().now, party, { address: randomBytes(8).toString('hex') }),
        ),
      ),
      // Whose password is enough.
      staffEmail: (await aColleague(tenant)).email,
      invitationToken: (await invited(1)).token,
      resetToken: await createPasswordLink(sql, tenant.ctx().now, leaving.userId),
      ownSession: await sessionIdOf(tenant, await aSession(tenant, owner.userId)),
      portalCompany: encodeId('company', tenant.company.id),
      colleague: encodeId('colleague', colleague.membershipId),
      'colleague.leaving': encodeId('colleague', gone.membershipId),
      invitation: encodeId('invitation', (await invited(2)).invitation.id),
    }
  },
  routes: {
    'POST /api/portal/session': fromOurPage({
      body: (pick) => ({ email: pick('staffEmail'), password: PASSWORD }),
      refuses: [401, 429],
    }),
    'DELETE /api/portal/session': signedIn({ ignoresBody: true }, 'staffSession.leaving'),
    'POST /api/portal/session/passkey/options': { ...fromOurPage({}), ignoresBody: true },
    'POST /api/portal/session/passkey': fromOurPage({
      body: (pick) => ({ passkey: credential(pick('passkeySaid')) }),
      refuses: [401, 429],
    }),
    'GET /api/portal/account': signedIn(),
    'PATCH /api/portal/account': signedIn({ body: () => ({ name: 'Olga' }) }),
    'POST /api/portal/account/recovery-codes': signedIn({ body: () => ({ password: PASSWORD }) }),
    'POST /api/portal/account/passkeys/options': signedIn({ body: () => ({ password: PASSWORD }) }),
    'POST /api/portal/account/passkeys': signedIn({
      body: (pick) => ({ name: 'Phone', response: credential(pick('passkeyMade')) }),
    }),
    'PATCH /api/portal/account/passkeys/:passkeyId': signedIn({
      params: (pick) => ({ passkeyId: pick('passkey') }),
      body: () => ({ name: 'Phone' }),
    }),
    'POST /api/portal/account/passkeys/:passkeyId/remove': signedIn({
      params: (pick) => ({ passkeyId: pick('passkey') }),
      body: () => ({ password: PASSWORD }),
    }),
    'GET /api/portal/me': signedIn(),
    'PUT /api/portal/session/company': signedIn({ body: (pick) => ({ companyId: pick('portalCompany') }) }),
    'GET /api/portal/sessions': signedIn(),
    'DELETE /api/portal/sessions/:sessionId': signedIn({
      params: (pick) => ({ sessionId: pick('ownSession') }),
      ignoresBody: true,
    }),
    'PUT /api/portal/account/password': signedIn({
      body: () => ({ password: PASSWORD, newPassword: PASSWORD }),
    }),
    'POST /api/portal/account/second-factor': signedIn({ body: () => ({ password: PASSWORD }) }),
    'POST /api/portal/account/second-factor/confirm': signedIn(
      { body: (pick) => ({ code: codeOf(pick('totpSecret')) }) },
      'staffSession.enabling',
    ),
    'POST /api/portal/account/second-factor/disable': signedIn({ body: () => ({ password: PASSWORD }) }),
    'POST /api/portal/password-resets': fromOurPage({
      body: (pick) => ({ email: pick('staffEmail') }),
      // Nobody is told whether there is such an account.
      ignores: ['staffEmail'],
    }),
    'POST /api/portal/password-resets/confirm': fromOurPage({
      body: (pick) => ({ token: pick('resetToken'), password: PASSWORD }),
    }),
    'GET /api/portal/company': signedIn(),
    'PUT /api/portal/company': signedIn({
      body: () => ({
        name: 'Club X',
        email: 'desk@clubx.example',
        locale: 'nl',
        timeZone: 'Europe/Amsterdam',
        countryCode: 'NL',
        iban: 'NL91ABNA0417164300',
      }),
    }),
    'GET /api/portal/company/look': signedIn(),
    'PUT /api/portal/company/look': signedIn({ body: () => ({ accent: '#1a4f8b' }), ignoresBody: true }),
    'GET /api/portal/company/look/palette': signedIn({ query: () => ({ accent: '#1a4f8b' }) }),
    'PUT /api/portal/company/logo': signedIn({ body: () => ({ image: aPicture.toString('base64') }) }),
    'DELETE /api/portal/company/logo': signedIn({ ignoresBody: true }),
    'GET /api/portal/company/plan': signedIn(),
    'GET /api/portal/logos/:companyId/:hash': {
      api: 'portal',
      params: (pick) => {
        const [companyId, hash] = pick('logo').split('/')
        return { companyId: companyId!, hash: hash! }
      },
    },
    'GET /api/portal/staff': signedIn(),
    'POST /api/portal/staff/invitations': signedIn({
      body: () => ({ email: 'new-one@example.com', role: 'treasurer' }),
    }),
    'DELETE /api/portal/staff/invitations/:invitationId': signedIn({
      params: (pick) => ({ invitationId: pick('invitation') }),
      ignoresBody: true,
    }),
    'PATCH /api/portal/staff/:colleagueId': signedIn({
      params: (pick) => ({ colleagueId: pick('colleague') }),
      body: () => ({ role: 'treasurer' }),
    }),
    'DELETE /api/portal/staff/:colleagueId': signedIn({
      params: (pick) => ({ colleagueId: pick('colleague.leaving') }),
      ignoresBody: true,
    }),
    'POST /api/portal/invitations/inspect': fromOurPage({
      body: (pick) => ({ token: pick('invitationToken') }),
    }),
    'POST /api/portal/invitations/accept': fromOurPage({
      body: (pick) => ({ token: pick('invitationToken'), name: 'Olga', password: PASSWORD }),
    }),
  },
}
