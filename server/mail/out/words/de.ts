import type { Words } from './words.ts'

export const de: Words = {
  greeting: 'Guten Tag {name},',
  hello: 'Guten Tag,',
  closing: 'Mit freundlichen Grüßen',
  elsewise: 'Funktioniert die Schaltfläche nicht? Öffnen Sie diese Adresse:',
  footer: 'Diese E-Mail wurde im Auftrag von {company} versandt. Ihre Antwort erreicht sie unter {address}.',
  own: 'Alle Ihre Rechnungen, Fragen und Termine bei {company} finden Sie unter:',
  labels: {
    amount: 'Betrag',
    fees: 'Davon Gebühren',
    due: 'Zahlbar bis',
    validUntil: 'Gültig bis',
    availableUntil: 'Verfügbar bis',
    what: 'Betreff',
    when: 'Wann',
    paidOn: 'Eingegangen am',
    reason: 'Grund',
    customer: 'Ausgefüllt von',
    email: 'E-Mail-Adresse',
    yes: 'Ja',
    no: 'Nein',
    attached: 'Angehängt',
    online: 'Online herunterzuladen',
  },
  mails: {
    'invoice-created': {
      subject: 'Rechnung {number} von {company}',
      text: '{company} hat Ihnen die Rechnung {number} gesendet. Sie können sie online ansehen und bezahlen.',
      button: 'Ansehen und bezahlen',
    },
    'plan-confirmed': {
      subject: 'Ihre Raten für Rechnung {number} von {company}',
      text: 'Sie zahlen Rechnung {number} von {company} in Raten, an den unten genannten Tagen. Über jede Rate werden Sie informiert.',
      button: 'Rechnung ansehen',
    },
    'installment-due': {
      subject: 'Rate zu Rechnung {number} von {company}',
      text: 'Eine Rate zu Rechnung {number} von {company} ist fällig. Sie können sie online bezahlen.',
      button: 'Rate bezahlen',
    },
    'installment-announced': {
      subject: '{company} zieht eine Rate zu Rechnung {number} ein',
      text: 'Wie vereinbart zieht {company} die nächste Rate zu Rechnung {number} ein. Sie müssen nichts tun.',
      button: 'Rechnung ansehen',
    },
    'installment-failed': {
      subject: 'Eine Rate zu Rechnung {number} wurde nicht eingezogen',
      text: 'Eine Rate zu Rechnung {number} von {company} konnte nicht eingezogen werden oder wurde zurückgebucht. Ihr Betrag wurde auf die kommenden Raten verteilt.',
      button: 'Raten ansehen',
    },
    'plan-failed': {
      subject: 'Rechnung {number} von {company}: bitte wählen Sie, wie Sie zahlen',
      text: 'Die letzte Rate zu Rechnung {number} von {company} konnte nicht eingezogen werden oder wurde zurückgebucht. Bitte zahlen Sie den Rest auf einmal online.',
      button: 'Online bezahlen',
    },
    'contact-code': {
      subject: '{code} ist der Code zur Bestätigung Ihrer E-Mail-Adresse',
      text: 'Ihr Code zur Bestätigung dieser E-Mail-Adresse bei {company} lautet {code}. Er gilt eine Stunde. Haben Sie ihn nicht angefordert? Dann müssen Sie nichts tun.',
      button: 'Bestätigen',
    },
    'offer-created': {
      subject: 'Angebot von {company}: {title}',
      text: '{company} hat Ihnen ein Angebot gemacht: „{title}“. Sie können es online lesen und annehmen oder ablehnen.',
      button: 'Angebot ansehen',
    },
    'agreement-invitation': {
      subject: 'Bitte unterschreiben: {title}',
      text: '{company} bittet Sie, „{title}“ zu unterschreiben. Der folgende Link ist nur für Sie bestimmt; bitte geben Sie ihn nicht weiter.',
      button: 'Lesen und unterschreiben',
    },
    'agreement-signed': {
      subject: 'Unterschrieben: {title}',
      text: '„{title}“ von {company} ist nun von allen unterschrieben.',
      button: 'Vereinbarung ansehen',
    },
    'agreement-code': {
      subject: '{code} ist Ihr Code zum Unterschreiben von „{title}“',
      text: 'Ihr Code zum Unterschreiben von „{title}“ für {company} lautet {code}. Er gilt 15 Minuten. Haben Sie ihn nicht angefordert? Dann geben Sie ihn nicht weiter und sagen Sie uns Bescheid.',
      button: 'Unterschreiben',
    },
    'file-request': {
      subject: '{company} bittet Sie um Dateien: {title}',
      text: '{company} möchte Dateien von Ihnen erhalten: „{title}“. Sie können sie sicher online hochladen.',
      button: 'Dateien hochladen',
    },
    'file-share': {
      subject: '{company} hat Dateien mit Ihnen geteilt: {title}',
      text: '{company} hat „{title}“ mit Ihnen geteilt. Sie können es online ansehen und herunterladen.',
      button: 'Dateien ansehen',
    },
    'appointment-scheduled': {
      subject: 'Termin mit {company}: {title}',
      text: 'Ihr Termin mit {company} steht fest. Im Anhang finden Sie ihn für Ihren Kalender.',
      button: 'Online teilnehmen',
    },
    'appointment-requested': {
      subject: 'Termin bei {company} angefragt: {title}',
      text: '{company} hat die Anfrage für Ihren Termin erhalten. Sie bekommen Nachricht, sobald er bestätigt ist.',
      button: 'Online teilnehmen',
    },
    'appointment-canceled': {
      subject: 'Abgesagt: Termin mit {company}: {title}',
      text: 'Ihr Termin mit {company} wurde abgesagt.',
      button: 'Termin ansehen',
    },
    'sign-up-pending': {
      subject: 'Schließen Sie Ihre Anmeldung für {title} ab',
      text: 'Sie sind fast fertig: Ihr Abonnement „{title}“ bei {company} beginnt nach der ersten Zahlung.',
      button: 'Bezahlen und abschließen',
    },
    'sign-up-welcome': {
      subject: 'Willkommen bei {company}: {title}',
      text: 'Willkommen! Ihr Abonnement „{title}“ bei {company} ist aktiv.',
      button: 'Abonnement ansehen',
    },
    'ticket-answer': {
      subject: 'Antwort von {company}: {title}',
      text: '{company} hat Ihnen geantwortet:',
      button: 'Gespräch ansehen',
    },
    'payment-received': {
      subject: 'Zahlung eingegangen: {title}',
      text: '{company} hat Ihre Zahlung für „{title}“ erhalten. Vielen Dank.',
      button: 'Zahlung ansehen',
    },
    'form-submitted': {
      subject: 'Formular „{title}“ ausgefüllt von {customer}',
      text: '{customer} hat das Formular „{title}“ von {company} ausgefüllt.',
      button: 'Angaben ansehen',
    },
    'webhook-disabled': {
      subject: 'Webhook abgeschaltet: {title}',
      text: 'Der Webhook für „{title}“ von {company} wurde abgeschaltet, weil Nachrichten an {address} wiederholt fehlschlugen. Dorthin wird nichts mehr gesendet.',
      button: 'Webhooks verwalten',
    },
    'staff-invitation': {
      subject: '{inviter} lädt Sie ein, für {company} zu arbeiten',
      text: '{inviter} hat Sie eingeladen, für {company} in Balie mitzuarbeiten. Die Einladung ist nur für Sie bestimmt und sieben Tage gültig.',
      button: 'Einladung annehmen',
    },
    'password-reset': {
      subject: 'Neues Passwort festlegen',
      text: 'Jemand, vermutlich Sie selbst, hat ein neues Passwort für Ihr Konto in Balie angefordert. Der Link ist eine halbe Stunde gültig und funktioniert einmal. Waren Sie es nicht? Dann brauchen Sie nichts zu tun.',
      button: 'Neues Passwort festlegen',
    },
    'mail-test': {
      subject: 'E-Mail von {company} kommt an',
      text: 'Dies ist die Testmail, um die Sie gebeten haben: E-Mail von {company} verlässt das System und erreicht Sie. Sie brauchen nichts zu tun.',
      button: 'Balie öffnen',
    },
    'password-changed': {
      subject: 'Ihr Passwort wurde geändert',
      text: 'Das Passwort Ihres Kontos in Balie wurde geändert, und alle Ihre anderen Sitzungen wurden beendet. Waren Sie es nicht? Dann fordern Sie sofort ein neues Passwort an und informieren Sie {company}.',
      button: 'Anmelden',
    },
    'customer-login': {
      subject: 'Ihr Link zu {company}',
      text: 'Mit diesem Link sehen Sie alles, was {company} für Sie hat: Rechnungen, Fragen und Antworten, Angebote und Dateien. Er gilt einmal, zwanzig Minuten lang. Haben Sie ihn nicht angefordert? Dann brauchen Sie nichts zu tun.',
      button: 'Meine Seite öffnen',
    },
    'customer-email-code': {
      subject: 'Ihr Code: {code}',
      text: 'Mit dem Code {code} bestätigen Sie, dass {company} Ihnen an diese Adresse schreiben darf. Er gilt eine Stunde. Haben Sie ihn nicht angefordert? Dann brauchen Sie nichts zu tun.',
      button: 'Meine Seite öffnen',
    },
    'customer-email-changed': {
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      text: 'Von nun an schreibt Ihnen {company} an {address}. Waren Sie das nicht? Dann teilen Sie es {company} bitte sofort mit.',
      button: 'Meine Seite öffnen',
    },
  },
}
