import type { Locale } from '../kernel/context.ts'

/** What invoices and offers say on paper. Functions put a value where the language wants it. */
export interface Words {
  invoice: string
  offer: string
  issued: string
  due: string
  validUntil: string
  reference: string
  vatNumber: string
  cocNumber: string
  description: string
  vat: string
  amount: string
  amountExclVat: string
  totalExclVat: string
  vatOf(rate: string, base: string): string
  totalInclVat: string
  total: string
  kinds: Record<'fee' | 'payment' | 'chargeback' | 'refund' | 'credit', string>
  on(what: string, day: string): string
  outstanding: string
  nothingOutstanding: string
  retracted: string
  payOnline: string
  transfer(amount: string, iban: string, name: string, reference: string): string
  scan: string
  code: string
  accepted(at: string): string
  rejected(at: string): string
  signature: string
  answerOnline: string
  page(page: number, pages: number): string
}

export const words: Record<Locale, Words> = {
  nl: {
    invoice: 'Factuur',
    offer: 'Offerte',
    issued: 'Datum',
    due: 'Te betalen vóór',
    validUntil: 'Geldig tot en met',
    reference: 'Referentie',
    vatNumber: 'Btw-nummer',
    cocNumber: 'KvK-nummer',
    description: 'Omschrijving',
    vat: 'Btw',
    amount: 'Bedrag',
    amountExclVat: 'Bedrag excl. btw',
    totalExclVat: 'Totaal excl. btw',
    vatOf: (rate, base) => `${rate} btw over ${base}`,
    totalInclVat: 'Totaal incl. btw',
    total: 'Totaal',
    kinds: {
      fee: 'Kosten',
      payment: 'Betaling',
      chargeback: 'Terugboeking',
      refund: 'Terugbetaling',
      credit: 'Creditering',
    },
    on: (what, day) => `${what} op ${day}`,
    outstanding: 'Nog te betalen',
    nothingOutstanding: 'Deze factuur is betaald.',
    retracted: 'Deze factuur is ingetrokken.',
    payOnline: 'Betaal of bekijk deze factuur online',
    transfer: (amount, iban, name, reference) =>
      `Of maak ${amount} over naar ${iban} ten name van ${name}, onder vermelding van ${reference}.`,
    scan: 'Of scan de code met de app van uw bank.',
    code: 'QR-code voor een overboeking met de app van uw bank',
    accepted: (at) => `Akkoord gegeven op ${at}`,
    rejected: (at) => `Afgewezen op ${at}`,
    signature: 'Handtekening',
    answerOnline: 'Bekijk deze offerte online',
    page: (page, pages) => `Pagina ${page} van ${pages}`,
  },
  en: {
    invoice: 'Invoice',
    offer: 'Offer',
    issued: 'Date',
    due: 'Due by',
    validUntil: 'Valid until',
    reference: 'Reference',
    vatNumber: 'VAT number',
    cocNumber: 'Company number',
    description: 'Description',
    vat: 'VAT',
    amount: 'Amount',
    amountExclVat: 'Amount excl. VAT',
    totalExclVat: 'Total excl. VAT',
    vatOf: (rate, base) => `${rate} VAT on ${base}`,
    totalInclVat: 'Total incl. VAT',
    total: 'Total',
    kinds: { fee: 'Fee', payment: 'Payment', chargeback: 'Chargeback', refund: 'Refund', credit: 'Credit' },
    on: (what, day) => `${what} on ${day}`,
    outstanding: 'Left to pay',
    nothingOutstanding: 'This invoice has been paid.',
    retracted: 'This invoice was retracted.',
    payOnline: 'Pay or read this invoice online',
    transfer: (amount, iban, name, reference) =>
      `Or transfer ${amount} to ${iban} in the name of ${name}, mentioning ${reference}.`,
    scan: 'Or scan the code with the app of your bank.',
    code: 'QR code for a credit transfer with the app of your bank',
    accepted: (at) => `Accepted on ${at}`,
    rejected: (at) => `Rejected on ${at}`,
    signature: 'Signature',
    answerOnline: 'Read this offer online',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  de: {
    invoice: 'Rechnung',
    offer: 'Angebot',
    issued: 'Datum',
    due: 'Zahlbar bis',
    validUntil: 'Gültig bis',
    reference: 'Referenz',
    vatNumber: 'USt-IdNr.',
    cocNumber: 'Registernummer',
    description: 'Beschreibung',
    vat: 'MwSt.',
    amount: 'Betrag',
    amountExclVat: 'Betrag ohne MwSt.',
    totalExclVat: 'Summe ohne MwSt.',
    vatOf: (rate, base) => `${rate} MwSt. auf ${base}`,
    totalInclVat: 'Summe inkl. MwSt.',
    total: 'Summe',
    kinds: {
      fee: 'Gebühr',
      payment: 'Zahlung',
      chargeback: 'Rücklastschrift',
      refund: 'Rückerstattung',
      credit: 'Gutschrift',
    },
    on: (what, day) => `${what} am ${day}`,
    outstanding: 'Noch zu zahlen',
    nothingOutstanding: 'Diese Rechnung ist bezahlt.',
    retracted: 'Diese Rechnung wurde zurückgezogen.',
    payOnline: 'Diese Rechnung online bezahlen oder ansehen',
    transfer: (amount, iban, name, reference) =>
      `Oder überweisen Sie ${amount} an ${name}, ${iban}, mit dem Verwendungszweck ${reference}.`,
    scan: 'Oder scannen Sie den Code mit der App Ihrer Bank.',
    code: 'QR-Code für eine Überweisung mit der App Ihrer Bank',
    accepted: (at) => `Angenommen am ${at}`,
    rejected: (at) => `Abgelehnt am ${at}`,
    signature: 'Unterschrift',
    answerOnline: 'Dieses Angebot online ansehen',
    page: (page, pages) => `Seite ${page} von ${pages}`,
  },
  fr: {
    invoice: 'Facture',
    offer: 'Devis',
    issued: 'Date',
    due: 'À payer avant le',
    validUntil: 'Valable jusqu’au',
    reference: 'Référence',
    vatNumber: 'N° de TVA',
    cocNumber: 'N° d’entreprise',
    description: 'Description',
    vat: 'TVA',
    amount: 'Montant',
    amountExclVat: 'Montant HT',
    totalExclVat: 'Total HT',
    vatOf: (rate, base) => `TVA ${rate} sur ${base}`,
    totalInclVat: 'Total TTC',
    total: 'Total',
    kinds: {
      fee: 'Frais',
      payment: 'Paiement',
      chargeback: 'Rejet',
      refund: 'Remboursement',
      credit: 'Avoir',
    },
    on: (what, day) => `${what} du ${day}`,
    outstanding: 'Reste à payer',
    nothingOutstanding: 'Cette facture est payée.',
    retracted: 'Cette facture a été retirée.',
    payOnline: 'Payer ou consulter cette facture en ligne',
    transfer: (amount, iban, name, reference) =>
      `Ou virez ${amount} sur le compte ${iban} au nom de ${name}, avec la communication ${reference}.`,
    scan: 'Ou scannez le code avec l’application de votre banque.',
    code: 'Code QR pour un virement avec l’application de votre banque',
    accepted: (at) => `Accepté le ${at}`,
    rejected: (at) => `Refusé le ${at}`,
    signature: 'Signature',
    answerOnline: 'Consulter ce devis en ligne',
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
  it: {
    invoice: 'Fattura',
    offer: 'Preventivo',
    issued: 'Data',
    due: 'Da pagare entro',
    validUntil: 'Valido fino al',
    reference: 'Riferimento',
    vatNumber: 'Partita IVA',
    cocNumber: 'Registro imprese',
    description: 'Descrizione',
    vat: 'IVA',
    amount: 'Importo',
    amountExclVat: 'Importo IVA esclusa',
    totalExclVat: 'Totale IVA esclusa',
    vatOf: (rate, base) => `IVA ${rate} su ${base}`,
    totalInclVat: 'Totale IVA inclusa',
    total: 'Totale',
    kinds: {
      fee: 'Spese',
      payment: 'Pagamento',
      chargeback: 'Storno',
      refund: 'Rimborso',
      credit: 'Credito',
    },
    on: (what, day) => `${what} del ${day}`,
    outstanding: 'Ancora da pagare',
    nothingOutstanding: 'Questa fattura è stata pagata.',
    retracted: 'Questa fattura è stata ritirata.',
    payOnline: 'Pagare o vedere questa fattura online',
    transfer: (amount, iban, name, reference) =>
      `Oppure versare ${amount} sul conto ${iban} intestato a ${name}, con la causale ${reference}.`,
    scan: 'Oppure inquadrare il codice con l’app della banca.',
    code: 'Codice QR per un bonifico con l’app della banca',
    accepted: (at) => `Accettato il ${at}`,
    rejected: (at) => `Rifiutato il ${at}`,
    signature: 'Firma',
    answerOnline: 'Vedere questo preventivo online',
    page: (page, pages) => `Pagina ${page} di ${pages}`,
  },
}
