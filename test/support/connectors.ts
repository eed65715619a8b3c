import { connectors } from '../../server/providers/connectors.ts'
import { startFakeMessageBird, type FakeMessageBird } from '../../server/providers/messagebird/fake.ts'
import { startFakeMoneybird, type FakeMoneybird } from '../../server/providers/moneybird/fake.ts'
import { startFakeMollie, type FakeMollie } from './mollie.ts'

export const MESSAGEBIRD_KEY = 'fake-messagebird-key'

/** The services that companies connect, as local servers that speak their published APIs. */
export async function fakeConnectors(): Promise<{
  connectors: typeof connectors
  mollie: FakeMollie
  moneybird: FakeMoneybird
  messagebird: FakeMessageBird
  stop(): Promise<void>
}> {
  const mollie = await startFakeMollie()
  const moneybird = await startFakeMoneybird()
  const messagebird = await startFakeMessageBird([], MESSAGEBIRD_KEY)
  return {
    connectors: {
      ...connectors,
      addresses: { mollie: mollie.url, moneybird: moneybird.url, messagebird: messagebird.url },
    },
    mollie,
    moneybird,
    messagebird,
    stop: async () => void (await Promise.all([mollie.stop(), moneybird.stop(), messagebird.stop()])),
  }
}
