import { relyingPartyOf, type RelyingParty } from '../../../domain/staff/passkey.ts'
import { conflict } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'

/** Throws `conflict` where this installation is reached by an address: browsers make passkeys for names only. */
export function partyOf(deps: Deps): RelyingParty {
  const party = relyingPartyOf(deps.publicUrl())
  if (!party)
    throw conflict('passkeys_need_a_host_name', 'Passkeys need a host name: PUBLIC_URL has an address.')
  return party
}
