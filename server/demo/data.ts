import type { CompanyDetails } from '../domain/companies/set-company-details.ts'

/** The demo's people. Always the same; only ids, keys and dates are new. */
export interface DemoCompany {
  name: string
  email: string
  plan: 'basic' | 'complete'
  /** What stands on its invoices. */
  details?: CompanyDetails
  customers: DemoCustomer[]
}

export interface DemoCustomer {
  name: string
  address: string
  zipCode: string
  city: string
  email: string
  invoices: DemoInvoice[]
}

export interface DemoInvoice {
  number: string
  issuedOn: string
  lines: { description: string; netCents: number; vatRate: number }[]
  /** The conversation: `?` is the customer's word, `!` the company's. */
  said?: string[]
  closed?: boolean
  withSupport?: boolean
  paid?: boolean
}

/** Who played at the first company in the seasons before. */
export const demoPlayers = [
  ['Lotte Visser', 'Amstelveld 3', '1185 AB', 'Amstelveen'],
  ['Youssef Bouazza', 'Keizersgracht 210', '1016 DX', 'Amsterdam'],
  ['Daan Smit', 'Bovenkerkerweg 18', '1185 XE', 'Amstelveen'],
  ['Mei-Lin Chen', 'Rembrandtlaan 7', '1181 GK', 'Amstelveen'],
  ['Sophie van den Berg', 'Handweg 44', '1185 TT', 'Amstelveen'],
  ['Tijn Mulder', 'Ringvaart 12', '1431 AC', 'Aalsmeer'],
  ['Aisha Osman', 'Meerwijk 5', '1187 DB', 'Amstelveen'],
  ['Bram Hendriks', 'Dorpsstraat 61', '1191 BK', 'Ouderkerk aan de Amstel'],
].map(([name = '', address = '', zipCode = '', city = '']) => ({
  name,
  address,
  zipCode,
  city,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`,
}))

/** What they paid besides their membership, month by month. */
export const demoFees = [
  { description: 'Toernooi', cents: 4_500 },
  { description: 'Trainingskamp', cents: 12_500 },
  { description: 'Teamkleding', cents: 6_950 },
  { description: 'Zaalhuur', cents: 3_250 },
  { description: 'Clinic', cents: 2_750 },
]

/** Members of the first company's next import, which the club's software sends in the tour. */
export const demoMembers = [
  { firstName: 'Joe', infix: 'van der', lastName: 'Doe', email: 'joe@example.com', cents: 12_000 },
  { firstName: 'Fatima', infix: '', lastName: 'el Amrani', email: 'fatima@example.com', cents: 12_000 },
  { firstName: 'Wout', infix: '', lastName: 'Bakker', email: 'wout@example.com', cents: 9_500 },
  { firstName: 'Noor', infix: 'de', lastName: 'Jong', email: 'noor@example.com', cents: 7_000 },
]

/** How the first company collects. A demo is tried at any hour, so its messages leave at any hour. */
export const demoProfile = {
  reminder2: { letter: true },
  reminder3: { sms: false },
  installments: { numbers: [2, 3], intervalDays: 30 },
  fees: { latePaymentCents: 500, installmentCents: 100 },
  personalNote: 'Tot ziens op het veld!',
  window: { from: '00:00', until: '23:59' },
}

const fee = (description: string, netCents: number, vatRate = 21) => ({ description, netCents, vatRate })

export const demoCompanies: DemoCompany[] = [
  {
    name: 'Hockeyclub De Vliegende Stick',
    email: 'penningmeester@devliegendestick.example',
    plan: 'complete',
    details: {
      address: 'Sportlaan 12',
      zipCode: '1185 TC',
      city: 'Amstelveen',
      iban: 'NL91 ABNA 0417 1643 00',
      vatNumber: 'NL123456789B01',
      cocNumber: '12345678',
    },
    customers: [
      {
        name: 'Joe van der Doe',
        address: 'Sint Pieterspoortsteeg 2',
        zipCode: '1012 HM',
        city: 'Amsterdam',
        email: 'joe@example.com',
        invoices: [
          {
            number: '2026-001',
            issuedOn: '2026-09-01',
            lines: [fee('Contributie seizoen 2026/27', 24_000), fee('Shirt', 3_500)],
          },
          {
            number: '2026-002',
            issuedOn: '2026-10-01',
            lines: [fee('Toernooi Texel', 4_500, 9)],
            said: ['?Was dit toernooi niet afgelast?'],
          },
        ],
      },
      {
        name: 'Fatima el Amrani',
        address: 'Javastraat 118',
        zipCode: '1094 HP',
        city: 'Amsterdam',
        email: 'fatima@example.com',
        invoices: [
          {
            number: '2026-003',
            issuedOn: '2026-09-01',
            lines: [fee('Contributie seizoen 2026/27', 24_000)],
            said: ['?Kan ik in twee keer betalen?', '!Dat kan: de helft nu, de helft in januari.'],
          },
          {
            number: '2026-004',
            issuedOn: '2026-09-15',
            lines: [fee('Trainingskamp', 12_500, 9)],
            said: [
              '?Mijn dochter was ziek, moet ik dit betalen?',
              '!U krijgt het geld terug.',
              '?Dank u wel!',
            ],
            closed: true,
          },
        ],
      },
      {
        name: 'Bakkerij De Goudkorst BV',
        address: 'Haarlemmerdijk 40',
        zipCode: '1013 JD',
        city: 'Amsterdam',
        email: 'administratie@goudkorst.example',
        invoices: [
          {
            number: '2026-005',
            issuedOn: '2026-08-20',
            lines: [fee('Sponsorbord veld 2', 75_000)],
            paid: true,
          },
          {
            number: '2026-006',
            issuedOn: '2026-11-02',
            lines: [fee('Advertentie clubblad', 15_000), fee('Opmaak', 4_950)],
            said: ['?Het verkeerde btw-nummer staat op de factuur.'],
            withSupport: true,
          },
        ],
      },
    ],
  },
  {
    name: 'Drumband Kunst na Arbeid',
    email: 'secretaris@kunstnaarbeid.example',
    plan: 'complete',
    customers: [
      {
        name: 'Sanne de Wit',
        address: 'Dorpsstraat 9',
        zipCode: '7221 AB',
        city: 'Steenderen',
        email: 'sanne@example.com',
        invoices: [
          {
            number: 'KNA-17',
            issuedOn: '2026-10-10',
            lines: [fee('Jaarcontributie', 9_000, 0)],
            said: ['?Ik heb in juli al opgezegd.'],
          },
          {
            number: 'KNA-18',
            issuedOn: '2026-10-10',
            lines: [fee('Huur trommel', 2_500)],
            said: ['?Ik heb een eigen trommel.', '!Dan vervalt de huur vanaf januari.'],
          },
          {
            number: 'KNA-19',
            issuedOn: '2026-10-20',
            lines: [fee('Buskaartje Sinterklaasintocht', 750, 9)],
            said: ['?Hoe laat vertrekt de bus?', '!Om half tien, vanaf de kerk.'],
            closed: true,
          },
        ],
      },
    ],
  },
  {
    name: 'Fietsenmakerij Ketting',
    email: 'info@ketting.example',
    plan: 'basic',
    customers: [
      {
        name: 'Pieter Post',
        address: 'Kerkweg 1',
        zipCode: '3511 AA',
        city: 'Utrecht',
        email: 'pieter@example.com',
        invoices: [
          {
            number: 'F-100',
            issuedOn: '2026-11-01',
            lines: [fee('Grote beurt', 8_250)],
            said: ['?Is de fiets al klaar?'],
          },
        ],
      },
    ],
  },
]
