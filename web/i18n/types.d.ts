import type common from '../words/en.json'
import type refused from '../words/refused/en.json'
import type events from '../words/events/en.json'
import type account from '../pages/account/words/en.json'
import type paymentLinks from '../pages/payment-links/words/en.json'
import type punchCards from '../pages/punch-cards/words/en.json'
import type papers from '../pages/papers/words/en.json'
import type subscriptions from '../pages/subscriptions/words/en.json'
import type desk from '../pages/desk/words/en.json'
import type my from '../pages/my/words/en.json'
import type inbox from '../pages/inbox/words/en.json'
import type imports from '../pages/imports/words/en.json'
import type invoices from '../pages/invoices/words/en.json'
import type settings from '../pages/settings/words/en.json'
import type settingsCompany from '../pages/settings-company/words/en.json'
import type home from '../pages/home/words/en.json'
import type money from '../pages/money/words/en.json'
import type agreements from '../pages/agreements/words/en.json'
import type appointments from '../pages/appointments/words/en.json'
import type customers from '../pages/customers/words/en.json'
import type files from '../pages/files/words/en.json'
import type offers from '../pages/offers/words/en.json'

/** Each folder of words is a namespace; the English ones say which keys there are. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      offers: typeof offers
      files: typeof files
      customers: typeof customers
      appointments: typeof appointments
      agreements: typeof agreements
      account: typeof account
      common: typeof common
      events: typeof events
      refused: typeof refused
      desk: typeof desk
      my: typeof my
      inbox: typeof inbox
      imports: typeof imports
      invoices: typeof invoices
      settings: typeof settings
      'settings-company': typeof settingsCompany
      home: typeof home
      money: typeof money
      papers: typeof papers
      subscriptions: typeof subscriptions
      'punch-cards': typeof punchCards
      'payment-links': typeof paymentLinks
    }
  }
}
