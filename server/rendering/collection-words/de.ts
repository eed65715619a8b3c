import type { CollectionWords } from './words.ts'

export const de: CollectionWords = {
  titles: {
    request1: 'Zahlungsaufforderung',
    request2: 'Zweite Zahlungsaufforderung',
    reminder1: 'Zahlungserinnerung',
    reminder2: 'Zweite Zahlungserinnerung',
    reminder3: 'Letzte Zahlungserinnerung',
    final_notice: 'Letzte Mahnung',
    chargeback: 'Zahlung zurückgebucht',
  },
  texts: {
    request1:
      '{company} bittet Sie, die Rechnung {number} zu bezahlen. Sie können sie online ansehen, bezahlen oder eine Frage dazu stellen.',
    request2:
      'Ihre Zahlung der Rechnung {number} ist bei {company} noch nicht eingegangen. Sie können die Rechnung online ansehen und bezahlen.',
    reminder1:
      'Die Rechnung {number} von {company} ist noch offen. Vielleicht ist sie Ihnen entgangen: Bitte bezahlen Sie sie oder teilen Sie uns online mit, was dem entgegensteht.',
    reminder2:
      'Die Rechnung {number} von {company} ist noch offen, obwohl wir Ihnen schon geschrieben haben. Bitte bezahlen Sie sie bald oder teilen Sie uns online mit, was dem entgegensteht.',
    reminder3:
      'Die Rechnung {number} von {company} ist weiterhin offen. Dies ist unsere letzte Erinnerung: Bitte bezahlen Sie jetzt oder melden Sie sich bei uns.',
    final_notice:
      'Trotz unserer Erinnerungen ist die Rechnung {number} von {company} noch offen. Dies ist unsere letzte Mahnung: Bitte bezahlen Sie innerhalb von vierzehn Tagen nach Erhalt dieser Nachricht. Danach kann die Forderung an ein Inkassounternehmen übergeben werden, wodurch Ihnen Kosten entstehen können.',
    chargeback:
      'Ihre Zahlung der Rechnung {number} von {company} wurde zurückgebucht, der Betrag ist wieder offen. Bitte bezahlen Sie auf andere Weise oder teilen Sie uns online mit, wenn etwas nicht stimmt.',
  },
  subject: '{title}: Rechnung {number}',
  button: 'Ansehen und bezahlen',
  invoice: 'Rechnung',
  number: 'Rechnung',
  amount: 'Zu zahlen',
  due: 'Zahlbar bis',
  reference: 'Verwendungszweck',
  lateFee: 'Im Betrag sind {fee} für verspätete Zahlung enthalten.',
  chargebackFee: 'Im Betrag sind {fee} für die zurückgebuchte Zahlung enthalten.',
  greeting: 'Guten Tag {name},',
  hello: 'Sehr geehrte Damen und Herren,',
  closing: 'Mit freundlichen Grüßen',
  check:
    'Möchten Sie wissen, ob diese Nachricht wirklich von {company} kommt? Geben Sie den Code {code} auf {link} ein.',
  payOnline: 'Online bezahlen',
  payOnlineHow:
    'Scannen Sie den Code mit dem Telefon oder öffnen Sie {link}. Dort sehen Sie auch die Rechnung und können eine Frage stellen.',
  transfer: 'Per Überweisung bezahlen',
  transferHow:
    'Überweisen Sie {amount} auf {iban}, Empfänger {name}, mit dem Verwendungszweck {reference}, oder scannen Sie den Code mit Ihrer Banking-App.',
  scanPay: 'QR-Code, der die Rechnung öffnet',
  scanBank: 'QR-Code für eine Überweisung',
  page: 'Seite',
  sms: 'Zahlen oder fragen',
  genuine: 'Echt?',
}
