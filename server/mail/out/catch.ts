import { MailError, type Delivery } from '../../domain/mails/delivery.ts'
import { render } from './render.ts'

/** Keeps mail with its row instead of sending it: for trying things out, read at `/dev/mail`. */
export const catchingDelivery = ({ publicUrl }: { publicUrl: () => string }): Delivery => ({
  domain: 'balie.invalid',
  deliver: async (mail) => ({ caught: render(mail, publicUrl()) }),
})

/** Where there is no mail server: mail waits for one, and fails after a day. */
export const noDelivery: Delivery = {
  domain: null,
  deliver: async () => {
    throw new MailError('no mail server is set: SMTP_URL is empty', false)
  },
}
