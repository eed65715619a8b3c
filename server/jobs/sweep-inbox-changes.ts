import type { Task } from 'graphile-worker'
import { sweepInboxChanges } from '../domain/tickets/sweep-inbox-changes.ts'
import type { JobDeps } from './tasks.ts'

export const SWEEP_INBOX_CHANGES = 'sweep-inbox-changes'

/** Forgets what open inboxes were told a day ago. */
export const sweepInboxChangesTask =
  ({ sql, clock }: JobDeps): Task =>
  async () => {
    await sweepInboxChanges(sql, clock.now())
  }
