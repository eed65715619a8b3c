import type common from '../words/en.json'
import type account from '../pages/account/words/en.json'
import type desk from '../pages/desk/words/en.json'
import type settings from '../pages/settings/words/en.json'
import type home from '../pages/home/words/en.json'
import type money from '../pages/money/words/en.json'

/** Each folder of words is a namespace; the English ones say which keys there are. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      account: typeof account
      common: typeof common
      desk: typeof desk
      settings: typeof settings
      home: typeof home
      money: typeof money
    }
  }
}
