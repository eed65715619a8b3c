import type { Words } from './words.ts'

export const it: Words = {
  greeting: 'Gentile {name},',
  hello: 'Buongiorno,',
  closing: 'Cordiali saluti,',
  elsewise: 'Se il pulsante non funziona, apra questo indirizzo:',
  footer: 'Questo messaggio è stato inviato per conto di {company}. La Sua risposta arriva a {address}.',
  own: 'Tutte le Sue fatture, domande e appuntamenti con {company} si trovano qui:',
  labels: {
    amount: 'Importo',
    fees: 'Di cui spese',
    due: 'Da pagare entro il',
    validUntil: 'Valida fino al',
    availableUntil: 'Disponibile fino al',
    what: 'Oggetto',
    when: 'Quando',
    paidOn: 'Ricevuto il',
    reason: 'Motivo',
    customer: 'Compilato da',
    email: 'Indirizzo e-mail',
    yes: 'Sì',
    no: 'No',
    attached: 'In allegato',
    online: 'Da scaricare online',
  },
  mails: {
    'invoice-created': {
      subject: 'Fattura {number} di {company}',
      text: '{company} Le ha inviato la fattura {number}. Può vederla e pagarla online.',
      button: 'Vedi e paga',
    },
    'plan-confirmed': {
      subject: 'Le Sue rate per la fattura {number} di {company}',
      text: 'Lei paga la fattura {number} di {company} a rate, nei giorni indicati qui sotto. Di ogni rata riceverà un avviso.',
      button: 'Vedi la fattura',
    },
    'installment-due': {
      subject: 'Rata della fattura {number} di {company}',
      text: 'Una rata della fattura {number} di {company} è in scadenza. Può pagarla online.',
      button: 'Paga la rata',
    },
    'installment-announced': {
      subject: '{company} addebiterà una rata della fattura {number}',
      text: 'Come concordato, {company} addebiterà la prossima rata della fattura {number}. Non deve fare nulla.',
      button: 'Vedi la fattura',
    },
    'installment-failed': {
      subject: 'Una rata della fattura {number} non è stata incassata',
      text: 'Una rata della fattura {number} di {company} non è stata incassata o è stata stornata. Il suo importo è stato ripartito sulle rate successive.',
      button: 'Vedi le rate',
    },
    'plan-failed': {
      subject: 'Fattura {number} di {company}: scelga come pagare',
      text: 'L’ultima rata della fattura {number} di {company} non è stata incassata o è stata stornata. La preghiamo di pagare il resto in una sola volta, online.',
      button: 'Paga online',
    },
    'contact-code': {
      subject: '{code} è il codice che conferma il Suo indirizzo e-mail',
      text: 'Il Suo codice per confermare questo indirizzo e-mail a {company} è {code}. È valido per un’ora. Non l’ha richiesto? Allora non deve fare nulla.',
      button: 'Conferma',
    },
    'offer-created': {
      subject: 'Offerta di {company}: {title}',
      text: '{company} Le ha fatto un’offerta: «{title}». Può leggerla online e accettarla o rifiutarla.',
      button: 'Vedi l’offerta',
    },
    'agreement-invitation': {
      subject: 'Da firmare: {title}',
      text: '{company} Le chiede di firmare «{title}». Il link qui sotto è riservato a Lei; La preghiamo di non inoltrarlo.',
      button: 'Leggi e firma',
    },
    'agreement-signed': {
      subject: 'Firmato: {title}',
      text: '«{title}» di {company} è stato firmato da tutti.',
      button: 'Vedi il contratto',
    },
    'agreement-code': {
      subject: '{code} è il Suo codice per firmare «{title}»',
      text: 'Il Suo codice per firmare «{title}» di {company} è {code}. È valido per 15 minuti. Non l’ha richiesto Lei? Non lo comunichi a nessuno e ci avvisi.',
      button: 'Firmare',
    },
    'file-request': {
      subject: '{company} Le chiede dei file: {title}',
      text: '{company} desidera ricevere dei file da Lei: «{title}». Può caricarli online in modo sicuro.',
      button: 'Carica i file',
    },
    'file-share': {
      subject: '{company} ha condiviso dei file con Lei: {title}',
      text: '{company} ha condiviso «{title}» con Lei. Può vederlo e scaricarlo online.',
      button: 'Vedi i file',
    },
    'appointment-scheduled': {
      subject: 'Appuntamento con {company}: {title}',
      text: 'Il Suo appuntamento con {company} è fissato. Lo trova in allegato per il Suo calendario.',
      button: 'Partecipa online',
    },
    'appointment-requested': {
      subject: 'Appuntamento richiesto con {company}: {title}',
      text: '{company} ha ricevuto la richiesta del Suo appuntamento. Riceverà un messaggio quando sarà confermato.',
      button: 'Partecipa online',
    },
    'appointment-canceled': {
      subject: 'Annullato: appuntamento con {company}: {title}',
      text: 'Il Suo appuntamento con {company} è stato annullato.',
      button: 'Vedi l’appuntamento',
    },
    'sign-up-pending': {
      subject: 'Completi la Sua iscrizione a {title}',
      text: 'Ci siamo quasi: il Suo abbonamento «{title}» presso {company} inizia dopo il primo pagamento.',
      button: 'Paga e completa',
    },
    'sign-up-welcome': {
      subject: 'Benvenuti da {company}: {title}',
      text: 'Benvenuti! Il Suo abbonamento «{title}» presso {company} è attivo.',
      button: 'Vedi l’abbonamento',
    },
    'ticket-answer': {
      subject: 'Risposta di {company}: {title}',
      text: '{company} Le ha risposto:',
      button: 'Vedi la conversazione',
    },
    'payment-received': {
      subject: 'Pagamento ricevuto: {title}',
      text: '{company} ha ricevuto il Suo pagamento per «{title}». Grazie.',
      button: 'Vedi il pagamento',
    },
    'form-submitted': {
      subject: 'Modulo «{title}» compilato da {customer}',
      text: '{customer} ha compilato il modulo «{title}» di {company}.',
      button: 'Vedi le risposte',
    },
    'webhook-disabled': {
      subject: 'Webhook disattivato: {title}',
      text: 'Il webhook per «{title}» di {company} è stato disattivato, perché i messaggi a {address} continuavano a fallire. Lì non viene più inviato nulla.',
      button: 'Gestisci i webhook',
    },
    'staff-invitation': {
      subject: '{inviter} La invita a lavorare per {company}',
      text: '{inviter} L’ha invitata a far parte del personale di {company} in Balie. L’invito è riservato a Lei ed è valido per sette giorni.',
      button: 'Accetta l’invito',
    },
    'password-reset': {
      subject: 'Imposti una nuova password',
      text: 'Qualcuno, probabilmente Lei, ha chiesto una nuova password per il Suo account Balie. Il link è valido per mezz’ora e funziona una sola volta. Non è stato Lei? Allora non deve fare nulla.',
      button: 'Imposta una nuova password',
    },
    'mail-test': {
      subject: 'Le e-mail di {company} arrivano',
      text: 'Questa è l’e-mail di prova che ha richiesto: le e-mail di {company} lasciano il sistema e La raggiungono. Non deve fare nulla.',
      button: 'Apri Balie',
    },
    'password-changed': {
      subject: 'La Sua password è stata modificata',
      text: 'La password del Suo account Balie è stata modificata e tutte le altre sessioni sono state chiuse. Non è stato Lei? Chieda subito una nuova password e avvisi {company}.',
      button: 'Accedi',
    },
    'customer-login': {
      subject: 'Il Suo link per {company}',
      text: 'Con questo link vede tutto ciò che {company} ha per Lei: fatture, domande e risposte, offerte e file. Funziona una volta sola, per venti minuti. Non l’ha richiesto? Allora non deve fare nulla.',
      button: 'Aprire la mia pagina',
    },
    'customer-email-code': {
      subject: 'Il Suo codice: {code}',
      text: 'Con il codice {code} conferma che {company} può scriverLe a questo indirizzo. È valido per un’ora. Non l’ha richiesto? Allora non deve fare nulla.',
      button: 'Aprire la mia pagina',
    },
    'customer-email-changed': {
      subject: 'Il Suo indirizzo e-mail è stato modificato',
      text: 'D’ora in poi {company} Le scrive a {address}. Non è stato Lei? Allora lo comunichi subito a {company}.',
      button: 'Aprire la mia pagina',
    },
  },
}
