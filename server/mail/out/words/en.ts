import type { Words } from './words.ts'

export const en: Words = {
  greeting: 'Hello {name},',
  hello: 'Hello,',
  closing: 'Kind regards,',
  elsewise: 'If the button does not work, open this address:',
  footer: 'This mail was sent on behalf of {company}. Your reply reaches them at {address}.',
  own: 'All your invoices, questions and appointments with {company} are at:',
  labels: {
    amount: 'Amount',
    fees: 'Fees, included',
    due: 'Due by',
    validUntil: 'Valid until',
    availableUntil: 'Available until',
    what: 'Subject',
    when: 'When',
    paidOn: 'Received on',
    reason: 'Reason',
    customer: 'Filled in by',
    email: 'E-mail address',
    yes: 'Yes',
    no: 'No',
    attached: 'Attached',
    online: 'To download online',
  },
  mails: {
    'invoice-created': {
      subject: 'Invoice {number} from {company}',
      text: '{company} has sent you invoice {number}. You can view and pay it online.',
      button: 'View and pay',
    },
    'plan-confirmed': {
      subject: 'Your installments for invoice {number} of {company}',
      text: 'You pay invoice {number} of {company} in installments, on the days below. You will be told of each of them.',
      button: 'View the invoice',
    },
    'installment-due': {
      subject: 'Installment of invoice {number} of {company}',
      text: 'An installment of invoice {number} of {company} is due. You can pay it online.',
      button: 'Pay the installment',
    },
    'installment-announced': {
      subject: '{company} will collect an installment of invoice {number}',
      text: 'As agreed, {company} will collect the next installment of invoice {number} from you. You need not do anything.',
      button: 'View the invoice',
    },
    'installment-failed': {
      subject: 'An installment of invoice {number} was not collected',
      text: 'An installment of invoice {number} of {company} could not be collected, or was charged back. Its amount was spread over the installments to come.',
      button: 'View the installments',
    },
    'plan-failed': {
      subject: 'Invoice {number} of {company}: please choose how to pay',
      text: 'The last installment of invoice {number} of {company} could not be collected, or was charged back. Please pay what is left at once, online.',
      button: 'Pay online',
    },
    'contact-code': {
      subject: '{code} is the code that confirms your e-mail address',
      text: 'Your code for confirming this e-mail address to {company} is {code}. It is valid for an hour. Did you not ask for it? Then you need not do anything.',
      button: 'Confirm',
    },
    'offer-created': {
      subject: 'Offer from {company}: {title}',
      text: '{company} has made you an offer: “{title}”. You can read it online and accept or decline it.',
      button: 'View the offer',
    },
    'agreement-invitation': {
      subject: 'Please sign: {title}',
      text: '{company} asks you to sign “{title}”. The link below is meant for you alone; please do not pass it on.',
      button: 'Read and sign',
    },
    'agreement-signed': {
      subject: 'Signed: {title}',
      text: '“{title}” of {company} has now been signed by everyone.',
      button: 'View the agreement',
    },
    'agreement-code': {
      subject: '{code} is your code for signing “{title}”',
      text: 'Your code for signing “{title}” of {company} is {code}. It is valid for 15 minutes. Did you not ask for it? Then do not pass it on, and let us know.',
      button: 'Sign',
    },
    'file-request': {
      subject: '{company} asks you for files: {title}',
      text: '{company} would like to receive files from you: “{title}”. You can upload them safely online.',
      button: 'Upload files',
    },
    'file-share': {
      subject: '{company} has shared files with you: {title}',
      text: '{company} has shared “{title}” with you. You can view and download it online.',
      button: 'View the files',
    },
    'appointment-scheduled': {
      subject: 'Appointment with {company}: {title}',
      text: 'Your appointment with {company} is scheduled. It is attached, so that you can add it to your calendar.',
      button: 'Join online',
    },
    'appointment-requested': {
      subject: 'Appointment requested with {company}: {title}',
      text: '{company} has received the request for your appointment. You will hear from them when it is confirmed.',
      button: 'Join online',
    },
    'appointment-canceled': {
      subject: 'Canceled: appointment with {company}: {title}',
      text: 'Your appointment with {company} has been canceled.',
      button: 'View the appointment',
    },
    'sign-up-pending': {
      subject: 'Complete your sign-up for {title}',
      text: 'You are almost done: your subscription to “{title}” at {company} starts after the first payment.',
      button: 'Pay and complete',
    },
    'sign-up-welcome': {
      subject: 'Welcome to {company}: {title}',
      text: 'Welcome! Your subscription to “{title}” at {company} is active.',
      button: 'View your subscription',
    },
    'ticket-answer': {
      subject: 'Answer from {company}: {title}',
      text: '{company} has answered you:',
      button: 'View the conversation',
    },
    'payment-received': {
      subject: 'Payment received: {title}',
      text: '{company} has received your payment for “{title}”. Thank you.',
      button: 'View the payment',
    },
    'form-submitted': {
      subject: 'Form “{title}” filled in by {customer}',
      text: '{customer} has filled in the form “{title}” of {company}.',
      button: 'View what was filled in',
    },
    'webhook-disabled': {
      subject: 'Webhook switched off: {title}',
      text: 'The webhook for “{title}” of {company} was switched off, because messages to {address} kept failing. Nothing is sent there any more.',
      button: 'Manage webhooks',
    },
    'staff-invitation': {
      subject: '{inviter} invites you to work for {company}',
      text: '{inviter} has invited you to the staff of {company} in Balie. The invitation is meant for you alone and is valid for seven days.',
      button: 'Accept the invitation',
    },
    'password-reset': {
      subject: 'Set a new password',
      text: 'Somebody, probably you, asked for a new password for your account in Balie. The link is valid for half an hour and works once. Did you not ask for it? Then you need not do anything.',
      button: 'Set a new password',
    },
    'mail-test': {
      subject: 'Mail from {company} arrives',
      text: 'This is the test mail that you asked for: mail from {company} leaves the system and reaches you. You need not do anything.',
      button: 'Open Balie',
    },
    'password-changed': {
      subject: 'Your password was changed',
      text: 'The password of your account in Balie was changed, and all your other sessions were ended. Was this not you? Then ask for a new password at once and tell {company}.',
      button: 'Sign in',
    },
    'customer-login': {
      subject: 'Your link to {company}',
      text: 'With this link you see everything that {company} has for you: invoices, questions and answers, offers and files. It works once, for twenty minutes. Did you not ask for it? Then you need not do anything.',
      button: 'Open my page',
    },
    'customer-email-code': {
      subject: 'Your code: {code}',
      text: 'With the code {code} you confirm that {company} may write to you at this address. It is valid for an hour. Did you not ask for it? Then you need not do anything.',
      button: 'Open my page',
    },
    'customer-email-changed': {
      subject: 'Your e-mail address was changed',
      text: 'From now on {company} writes to you at {address}. Was this not you? Then tell {company} at once.',
      button: 'Open my page',
    },
  },
}
