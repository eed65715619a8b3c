import type { Locale } from '../../../kernel/context.ts'

/** What the page of an invoice says, in the languages of its recipients. */
interface Words {
  title: string
  for: string
  issued: string
  due: string
  outstanding: string
  paid: string
  retracted: string
  description: string
  amount: string
  kinds: Record<'fee' | 'payment' | 'chargeback' | 'refund' | 'credit', string>
  pdf: string
  questions: string
  you: string
  ask: string
  send: string
}

export const words: Record<Locale, Words> = {
  nl: {
    title: 'Factuur',
    for: 'Voor',
    issued: 'Factuurdatum',
    due: 'Te betalen vóór',
    outstanding: 'Nog te betalen',
    paid: 'Betaald',
    retracted: 'Deze factuur is ingetrokken.',
    description: 'Omschrijving',
    amount: 'Bedrag',
    kinds: {
      fee: 'Kosten',
      payment: 'Betaling',
      chargeback: 'Terugboeking',
      refund: 'Terugbetaling',
      credit: 'Creditering',
    },
    pdf: 'Deze factuur als PDF',
    questions: 'Vragen over deze factuur',
    you: 'U',
    ask: 'Uw vraag',
    send: 'Versturen',
  },
  en: {
    title: 'Invoice',
    for: 'For',
    issued: 'Invoice date',
    due: 'Due by',
    outstanding: 'Left to pay',
    paid: 'Paid',
    retracted: 'This invoice was retracted.',
    description: 'Description',
    amount: 'Amount',
    kinds: { fee: 'Fee', payment: 'Payment', chargeback: 'Chargeback', refund: 'Refund', credit: 'Credit' },
    pdf: 'This invoice as PDF',
    questions: 'Questions about this invoice',
    you: 'You',
    ask: 'Your question',
    send: 'Send',
  },
  de: {
    title: 'Rechnung',
    for: 'Für',
    issued: 'Rechnungsdatum',
    due: 'Zahlbar bis',
    outstanding: 'Noch zu zahlen',
    paid: 'Bezahlt',
    retracted: 'Diese Rechnung wurde zurückgezogen.',
    description: 'Beschreibung',
    amount: 'Betrag',
    kinds: {
      fee: 'Gebühr',
      payment: 'Zahlung',
      chargeback: 'Rücklastschrift',
      refund: 'Rückerstattung',
      credit: 'Gutschrift',
    },
    pdf: 'Diese Rechnung als PDF',
    questions: 'Fragen zu dieser Rechnung',
    you: 'Sie',
    ask: 'Ihre Frage',
    send: 'Senden',
  },
  fr: {
    title: 'Facture',
    for: 'Pour',
    issued: 'Date de facture',
    due: 'À payer avant le',
    outstanding: 'Reste à payer',
    paid: 'Payée',
    retracted: 'Cette facture a été retirée.',
    description: 'Description',
    amount: 'Montant',
    kinds: {
      fee: 'Frais',
      payment: 'Paiement',
      chargeback: 'Rejet',
      refund: 'Remboursement',
      credit: 'Avoir',
    },
    pdf: 'Cette facture en PDF',
    questions: 'Questions sur cette facture',
    you: 'Vous',
    ask: 'Votre question',
    send: 'Envoyer',
  },
  it: {
    title: 'Fattura',
    for: 'Per',
    issued: 'Data della fattura',
    due: 'Da pagare entro',
    outstanding: 'Ancora da pagare',
    paid: 'Pagata',
    retracted: 'Questa fattura è stata ritirata.',
    description: 'Descrizione',
    amount: 'Importo',
    kinds: {
      fee: 'Spese',
      payment: 'Pagamento',
      chargeback: 'Storno',
      refund: 'Rimborso',
      credit: 'Credito',
    },
    pdf: 'Questa fattura in PDF',
    questions: 'Domande su questa fattura',
    you: 'Lei',
    ask: 'La sua domanda',
    send: 'Invia',
  },
}
