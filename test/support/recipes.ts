import type { Tenant } from './app.ts'
import type { Area, Names, Pick, Recipe } from './recipes/area.ts'
import { appointments } from './recipes/appointments.ts'
import { cms } from './recipes/cms.ts'
import { agreements } from './recipes/agreements.ts'
import { customerGroups } from './recipes/customer-groups.ts'
import { desk } from './recipes/desk.ts'
import { money } from './recipes/money.ts'
import { oauth } from './recipes/oauth.ts'
import { documents } from './recipes/documents.ts'
import { inbox } from './recipes/inbox.ts'
import { offers } from './recipes/offers.ts'
import { payments } from './recipes/payments.ts'
import { plans } from './recipes/plans.ts'
import { platformInvoices } from './recipes/platform-invoices.ts'
import { punchCards } from './recipes/punch-cards.ts'
import { settings } from './recipes/settings.ts'
import { signedPayments } from './recipes/signed-payments.ts'
import { staff } from './recipes/staff.ts'
import { treasurer } from './recipes/treasurer.ts'
import { subscriptionPackages } from './recipes/subscription-packages.ts'
import { subscriptions } from './recipes/subscriptions.ts'
import { webhooks } from './recipes/webhooks.ts'
import { sentBody } from './forms.ts'
import type { Route } from './routes.ts'

/** A new area of an API gets a file in `recipes/` and a line here. */
// prettier-ignore
const areas: Area[] = [
  agreements,
  appointments,
  cms,
  customerGroups,
  documents,
  inbox,
  money,
  oauth,
  offers,
  payments,
  plans,
  platformInvoices,
  punchCards,
  settings,
  signedPayments,
  staff,
  subscriptionPackages,
  subscriptions,
  treasurer,
  webhooks,
]

/** By the name of the route. A route without one fails the tests that walk over all of them. */
export const recipes: Record<string, Recipe> = Object.assign(
  {},
  desk.routes,
  ...areas.map(({ routes }) => routes),
)

/** For each slot, a name that nothing bears. */
export const nobody: Names = Object.assign({}, desk.nobody, ...areas.map((area) => area.nobody))

/** The recipe of a route; a HEAD is its GET. */
export function recipeOf(route: Route): Recipe {
  const recipe = recipes[route.name.replace(/^HEAD /, 'GET ')]
  if (!recipe) throw new Error(`test/support/recipes.ts does not know ${route.name}`)
  return recipe
}

/** Slots whose holder may use them, whoever that is. */
export const bearerSlots = new Set([
  ...Object.keys(nobody).filter((slot) => slot.endsWith('Token')),
  ...areas.flatMap(({ secrets = [] }) => secrets),
])

/** The request that a recipe makes, but for the key. */
export function requestOf(
  route: Route,
  pick: Pick,
  change: (body: Record<string, unknown>) => Record<string, unknown> = (body) => body,
) {
  const recipe = recipeOf(route)
  const query = recipe.query ? `?${new URLSearchParams(recipe.query(pick)).toString()}` : ''
  const body = recipe.body?.(pick)
  const { payload, headers } = sentBody(body && change(body), recipe)
  return {
    url: pathOf(route, recipe.params?.(pick) ?? {}) + query,
    headers: { ...recipe.headers?.(pick), ...headers },
    payload,
  }
}

/** The path of a route with its parameters filled in, as they are. */
export const pathOf = (route: Route, params: Record<string, string>): string =>
  route.url.replace(/::|:(\w+)/g, (match, name: string) => (match === '::' ? ':' : params[name]!))

/** A network that nobody has come from. */
export const anAddress = (): string => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`

/** A tenant's things, one for each slot; of the areas only those that have a slot that is `wanted`. */
export async function namesOf(
  tenant: Tenant,
  externalId: string,
  wanted: (slot: string) => boolean = () => true,
): Promise<Names> {
  const { names, base } = await desk.make(tenant, externalId)
  for (const area of areas)
    if (Object.keys(area.nobody).some(wanted)) Object.assign(names, await area.make(tenant, base))
  return names
}
