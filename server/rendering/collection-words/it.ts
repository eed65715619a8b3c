import type { CollectionWords } from './words.ts'

export const it: CollectionWords = {
  titles: {
    request1: 'Richiesta di pagamento',
    request2: 'Seconda richiesta di pagamento',
    reminder1: 'Sollecito di pagamento',
    reminder2: 'Secondo sollecito di pagamento',
    reminder3: 'Ultimo sollecito di pagamento',
    final_notice: 'Ultimo avviso',
    chargeback: 'Pagamento stornato',
  },
  texts: {
    request1:
      '{company} le chiede di pagare la fattura {number}. Può vederla online, pagarla o fare una domanda al riguardo.',
    request2:
      'Il suo pagamento della fattura {number} non è ancora arrivato a {company}. Può vedere e pagare la fattura online.',
    reminder1:
      'La fattura {number} di {company} è ancora aperta. Forse le è sfuggita: la preghiamo di pagarla o di dirci online che cosa glielo impedisce.',
    reminder2:
      'La fattura {number} di {company} è ancora aperta, benché le abbiamo già scritto. La preghiamo di pagarla al più presto o di dirci online che cosa glielo impedisce.',
    reminder3:
      'La fattura {number} di {company} è tuttora aperta. Questo è il nostro ultimo sollecito: la preghiamo di pagarla ora o di contattarci.',
    final_notice:
      'Nonostante i nostri solleciti, la fattura {number} di {company} è ancora aperta. Questo è il nostro ultimo avviso: la preghiamo di pagare entro quattordici giorni dal ricevimento di questo messaggio. Dopo, il credito può essere affidato a una società di recupero, con possibili spese a suo carico.',
    chargeback:
      'Il suo pagamento della fattura {number} di {company} è stato stornato e l’importo è di nuovo dovuto. La preghiamo di pagare in un altro modo o di dirci online se qualcosa non è corretto.',
  },
  subject: '{title}: fattura {number}',
  button: 'Vedere e pagare',
  invoice: 'fattura',
  number: 'Fattura',
  amount: 'Da pagare',
  due: 'Entro il',
  reference: 'Causale',
  lateFee: 'L’importo comprende {fee} per il ritardo.',
  chargebackFee: 'L’importo comprende {fee} per il pagamento stornato.',
  greeting: 'Gentile {name},',
  hello: 'Gentili signore e signori,',
  closing: 'Cordiali saluti,',
  check: 'Vuole sapere se questo messaggio viene davvero da {company}? Inserisca il codice {code} su {link}.',
  payOnline: 'Pagare online',
  payOnlineHow:
    'Inquadri il codice con il telefono o apra {link}. Lì vede anche la fattura e può fare una domanda.',
  transfer: 'Pagare con bonifico',
  transferHow:
    'Versi {amount} sul conto {iban} di {name}, con la causale {reference}, o inquadri il codice con l’app della sua banca.',
  scanPay: 'Codice QR che apre la fattura',
  scanBank: 'Codice QR per un bonifico',
  page: 'Pagina',
  sms: 'Pagare o chiedere',
  genuine: 'Autentico?',
}
