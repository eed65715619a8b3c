import type { InstallmentState } from '../../../domain/installments/plan.ts'
import type { Locale } from '../../../kernel/context.ts'

/** What the page says after something was done, or was not. */
export const sayings = [
  'saved',
  'codeSent',
  'codeWrong',
  'tooMany',
  'badField',
  'planChosen',
  'planGone',
] as const
export type Saying = (typeof sayings)[number]

/** What the page of an invoice says of installments and of the payer, in the languages of its recipients. */
export interface PayerWords extends Record<
  | 'installments'
  | 'count'
  | 'fees'
  | 'total'
  | 'automatic'
  | 'agree'
  | 'day'
  | 'amount'
  | 'state'
  | 'payPart'
  | 'payAll'
  | 'automaticRuns'
  | 'stop'
  | 'withdraw'
  | 'ended'
  | 'details'
  | 'email'
  | 'pending'
  | 'code'
  | 'confirm'
  | 'newEmail'
  | 'sendCode'
  | 'address'
  | 'street'
  | 'houseNumber'
  | 'extension'
  | 'zipCode'
  | 'city'
  | 'country'
  | 'save',
  string
> {
  states: Record<InstallmentState, string>
  said: Record<Saying, string>
}

/** `{…}` stands for what is filled in. */
export const payerWords: Record<Locale, PayerWords> = {
  nl: {
    installments: 'In termijnen betalen',
    count: '{count} termijnen, elke {days} dagen',
    fees: 'kosten',
    total: 'totaal',
    automatic: 'Schrijf de termijnen na de eerste betaling automatisch af',
    agree: 'Zo betalen:',
    day: 'Datum',
    amount: 'Bedrag',
    state: 'Stand',
    payPart: 'Termijn betalen:',
    payAll: 'Alles in één keer betalen:',
    automaticRuns:
      'De termijnen na de eerste betaling worden automatisch afgeschreven. U krijgt van tevoren bericht.',
    stop: 'Niet meer automatisch afschrijven',
    withdraw: 'Toch niet in termijnen',
    ended: 'De termijnen zijn gestopt. Wat nog open staat kunt u in één keer betalen.',
    details: 'Uw gegevens',
    email: 'E-mailadres',
    pending: 'Wij hebben een code gestuurd naar {email}. Tot u die invult gebruiken wij het oude adres.',
    code: 'Code',
    confirm: 'Bevestigen',
    newEmail: 'Nieuw e-mailadres',
    sendCode: 'Code sturen',
    address: 'Adres',
    street: 'Straat',
    houseNumber: 'Huisnummer',
    extension: 'Toevoeging',
    zipCode: 'Postcode',
    city: 'Plaats',
    country: 'Land (code)',
    save: 'Opslaan',
    states: {
      planned: 'gepland',
      due: 'te betalen',
      in_progress: 'bij de bank',
      paid: 'betaald',
      failed: 'mislukt',
      canceled: 'vervallen',
    },
    said: {
      saved: 'Opgeslagen.',
      codeSent: 'De code is onderweg.',
      codeWrong: 'Die code klopt niet of is niet meer geldig. Vraag zo nodig een nieuwe aan.',
      tooMany: 'Een code kan eens per minuut worden gestuurd. Probeer het zo nog eens.',
      badField: 'Controleer wat u hebt ingevuld.',
      planChosen: 'U betaalt deze factuur in termijnen. U krijgt de afspraken per mail.',
      planGone: 'Dat kan niet meer: kijk hieronder hoe het er nu voor staat.',
    },
  },
  en: {
    installments: 'Pay in installments',
    count: '{count} installments, every {days} days',
    fees: 'fees',
    total: 'total',
    automatic: 'Collect the installments after the first payment automatically',
    agree: 'Pay like this:',
    day: 'Date',
    amount: 'Amount',
    state: 'State',
    payPart: 'Pay installment:',
    payAll: 'Pay all at once:',
    automaticRuns:
      'The installments after the first payment are collected automatically. You will be told beforehand.',
    stop: 'Stop collecting automatically',
    withdraw: 'Do not pay in installments after all',
    ended: 'The installments have ended. You can pay what is left at once.',
    details: 'Your details',
    email: 'E-mail address',
    pending: 'We have sent a code to {email}. Until you enter it, we use the old address.',
    code: 'Code',
    confirm: 'Confirm',
    newEmail: 'New e-mail address',
    sendCode: 'Send a code',
    address: 'Address',
    street: 'Street',
    houseNumber: 'House number',
    extension: 'Addition',
    zipCode: 'Postcode',
    city: 'City',
    country: 'Country (code)',
    save: 'Save',
    states: {
      planned: 'planned',
      due: 'to be paid',
      in_progress: 'at the bank',
      paid: 'paid',
      failed: 'failed',
      canceled: 'canceled',
    },
    said: {
      saved: 'Saved.',
      codeSent: 'The code is on its way.',
      codeWrong: 'That code is wrong or no longer valid. Ask for a new one if you need it.',
      tooMany: 'A code can be sent once a minute. Please try again in a moment.',
      badField: 'Please check what you entered.',
      planChosen: 'You pay this invoice in installments. What was agreed is mailed to you.',
      planGone: 'That is no longer possible: see below how it stands now.',
    },
  },
  de: {
    installments: 'In Raten zahlen',
    count: '{count} Raten, alle {days} Tage',
    fees: 'Gebühren',
    total: 'gesamt',
    automatic: 'Die Raten nach der ersten Zahlung automatisch einziehen',
    agree: 'So zahlen:',
    day: 'Datum',
    amount: 'Betrag',
    state: 'Stand',
    payPart: 'Rate zahlen:',
    payAll: 'Alles auf einmal zahlen:',
    automaticRuns:
      'Die Raten nach der ersten Zahlung werden automatisch eingezogen. Sie werden vorher informiert.',
    stop: 'Nicht mehr automatisch einziehen',
    withdraw: 'Doch nicht in Raten zahlen',
    ended: 'Die Raten sind beendet. Den Rest können Sie auf einmal zahlen.',
    details: 'Ihre Angaben',
    email: 'E-Mail-Adresse',
    pending:
      'Wir haben einen Code an {email} geschickt. Bis Sie ihn eingeben, verwenden wir die alte Adresse.',
    code: 'Code',
    confirm: 'Bestätigen',
    newEmail: 'Neue E-Mail-Adresse',
    sendCode: 'Code senden',
    address: 'Adresse',
    street: 'Straße',
    houseNumber: 'Hausnummer',
    extension: 'Zusatz',
    zipCode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land (Code)',
    save: 'Speichern',
    states: {
      planned: 'geplant',
      due: 'zu zahlen',
      in_progress: 'bei der Bank',
      paid: 'bezahlt',
      failed: 'fehlgeschlagen',
      canceled: 'entfallen',
    },
    said: {
      saved: 'Gespeichert.',
      codeSent: 'Der Code ist unterwegs.',
      codeWrong: 'Dieser Code ist falsch oder nicht mehr gültig. Fordern Sie bei Bedarf einen neuen an.',
      tooMany: 'Ein Code kann einmal pro Minute gesendet werden. Bitte versuchen Sie es gleich noch einmal.',
      badField: 'Bitte prüfen Sie Ihre Eingaben.',
      planChosen: 'Sie zahlen diese Rechnung in Raten. Die Vereinbarung erhalten Sie per E-Mail.',
      planGone: 'Das ist nicht mehr möglich: unten sehen Sie den aktuellen Stand.',
    },
  },
  fr: {
    installments: 'Payer en plusieurs fois',
    count: '{count} échéances, tous les {days} jours',
    fees: 'frais',
    total: 'total',
    automatic: 'Prélever automatiquement les échéances après le premier paiement',
    agree: 'Payer ainsi :',
    day: 'Date',
    amount: 'Montant',
    state: 'État',
    payPart: 'Payer l’échéance :',
    payAll: 'Tout payer en une fois :',
    automaticRuns:
      'Les échéances après le premier paiement sont prélevées automatiquement. Vous serez prévenu à l’avance.',
    stop: 'Arrêter le prélèvement automatique',
    withdraw: 'Ne plus payer en plusieurs fois',
    ended: 'Les échéances sont terminées. Vous pouvez payer le reste en une fois.',
    details: 'Vos coordonnées',
    email: 'Adresse e-mail',
    pending:
      'Nous avons envoyé un code à {email}. Tant que vous ne l’avez pas saisi, nous utilisons l’ancienne adresse.',
    code: 'Code',
    confirm: 'Confirmer',
    newEmail: 'Nouvelle adresse e-mail',
    sendCode: 'Envoyer un code',
    address: 'Adresse',
    street: 'Rue',
    houseNumber: 'Numéro',
    extension: 'Complément',
    zipCode: 'Code postal',
    city: 'Ville',
    country: 'Pays (code)',
    save: 'Enregistrer',
    states: {
      planned: 'prévue',
      due: 'à payer',
      in_progress: 'à la banque',
      paid: 'payée',
      failed: 'échouée',
      canceled: 'annulée',
    },
    said: {
      saved: 'Enregistré.',
      codeSent: 'Le code est en route.',
      codeWrong: 'Ce code est incorrect ou n’est plus valable. Demandez-en un nouveau si nécessaire.',
      tooMany: 'Un code peut être envoyé une fois par minute. Réessayez dans un instant.',
      badField: 'Veuillez vérifier votre saisie.',
      planChosen: 'Vous payez cette facture en plusieurs fois. L’accord vous est envoyé par e-mail.',
      planGone: 'Ce n’est plus possible : voyez ci-dessous la situation actuelle.',
    },
  },
  it: {
    installments: 'Pagare a rate',
    count: '{count} rate, ogni {days} giorni',
    fees: 'spese',
    total: 'totale',
    automatic: 'Addebitare automaticamente le rate dopo il primo pagamento',
    agree: 'Pagare così:',
    day: 'Data',
    amount: 'Importo',
    state: 'Stato',
    payPart: 'Pagare la rata:',
    payAll: 'Pagare tutto in una volta:',
    automaticRuns:
      'Le rate dopo il primo pagamento vengono addebitate automaticamente. Riceverà un avviso in anticipo.',
    stop: 'Non addebitare più automaticamente',
    withdraw: 'Non pagare più a rate',
    ended: 'Le rate sono terminate. Può pagare il resto in una volta.',
    details: 'I Suoi dati',
    email: 'Indirizzo e-mail',
    pending: 'Abbiamo inviato un codice a {email}. Finché non lo inserisce, usiamo il vecchio indirizzo.',
    code: 'Codice',
    confirm: 'Confermare',
    newEmail: 'Nuovo indirizzo e-mail',
    sendCode: 'Inviare un codice',
    address: 'Indirizzo',
    street: 'Via',
    houseNumber: 'Numero civico',
    extension: 'Interno',
    zipCode: 'CAP',
    city: 'Città',
    country: 'Paese (codice)',
    save: 'Salvare',
    states: {
      planned: 'prevista',
      due: 'da pagare',
      in_progress: 'in banca',
      paid: 'pagata',
      failed: 'non riuscita',
      canceled: 'annullata',
    },
    said: {
      saved: 'Salvato.',
      codeSent: 'Il codice è in arrivo.',
      codeWrong: 'Il codice è errato o non è più valido. Se serve, ne chieda uno nuovo.',
      tooMany: 'Un codice può essere inviato una volta al minuto. Riprovi tra poco.',
      badField: 'Controlli i dati inseriti.',
      planChosen: 'Lei paga questa fattura a rate. Gli accordi Le vengono inviati per e-mail.',
      planGone: 'Non è più possibile: veda qui sotto come stanno le cose ora.',
    },
  },
}
