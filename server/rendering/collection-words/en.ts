import type { CollectionWords } from './words.ts'

export const en: CollectionWords = {
  titles: {
    request1: 'Payment request',
    request2: 'Second payment request',
    reminder1: 'Payment reminder',
    reminder2: 'Second payment reminder',
    reminder3: 'Last payment reminder',
    final_notice: 'Final notice',
    chargeback: 'Payment taken back',
  },
  texts: {
    request1:
      '{company} asks you to pay invoice {number}. You can view it online, pay it, or ask a question about it.',
    request2:
      'Your payment of invoice {number} has not reached {company} yet. You can view and pay the invoice online.',
    reminder1:
      'Invoice {number} of {company} is still open. It may have slipped your mind: please pay it, or tell us online what keeps you from it.',
    reminder2:
      'Invoice {number} of {company} is still open, although we wrote to you about it before. Please pay it as soon as you can, or tell us online what keeps you from it.',
    reminder3:
      'Invoice {number} of {company} is still open. This is our last reminder: please pay it now, or contact us.',
    final_notice:
      'In spite of our reminders, invoice {number} of {company} is still open. This is our final notice: please pay it within fourteen days of receiving this message. After that the claim may be handed over to a collection agency, which can bring costs for you.',
    chargeback:
      'Your payment of invoice {number} of {company} was taken back, so that the amount is open again. Please pay it in another way, or tell us online if something is not right.',
  },
  subject: '{title}: invoice {number}',
  button: 'View and pay',
  invoice: 'invoice',
  number: 'Invoice',
  amount: 'To be paid',
  due: 'Due by',
  reference: 'Payment reference',
  lateFee: 'The amount includes {fee} for late payment.',
  chargebackFee: 'The amount includes {fee} for the payment that was taken back.',
  greeting: 'Dear {name},',
  hello: 'Dear Sir or Madam,',
  closing: 'Kind regards,',
  check:
    'Do you want to know whether this message is really from {company}? Enter the code {code} at {link}.',
  payOnline: 'Pay online',
  payOnlineHow:
    'Scan the code with your phone, or open {link}. There you can also see the invoice and ask a question.',
  transfer: 'Pay by bank transfer',
  transferHow:
    'Transfer {amount} to {iban} of {name}, mentioning {reference}, or scan the code with the app of your bank.',
  scanPay: 'QR code that opens the invoice',
  scanBank: 'QR code for a bank transfer',
  page: 'Page',
  sms: 'Pay or ask',
  genuine: 'Genuine?',
}
