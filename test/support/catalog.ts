import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { createAgreement } from '../../server/domain/agreements/create-agreement.ts'
import { parseSignature } from '../../server/domain/agreements/signature.ts'
import { scheduleAppointment } from '../../server/domain/appointments/schedule-appointment.ts'
import { createCustomerGroup } from '../../server/domain/customer-groups/create-customer-group.ts'
import { createCustomer } from '../../server/domain/customers/create-customer.ts'
import type { Customer } from '../../server/domain/customers/customer.ts'
import { createFileRequest } from '../../server/domain/file-requests/create-file-request.ts'
import { createFileShare } from '../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../server/domain/files/add-file.ts'
import { createDirectory } from '../../server/domain/files/create-directory.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import { createManualOffer } from '../../server/domain/offers/create-manual-offer.ts'
import { rejectOffer } from '../../server/domain/offers/reject-offer.ts'
import { aDocument, aSignature } from './agreements.ts'
import type { Tenant, TestApp } from './app.ts'
import { anUpload } from './builders.ts'

/** A company whose desk has a bit of everything that is not invoices. */
export interface Catalog {
  tenant: Tenant
  customerId: string
  offerId: string
  agreementId: string
}

const people = [
  ['Bakkerij de Vries', 'info@bakkerijdevries.example', 'Zwolle', '+31384221133'],
  ['Bouwbedrijf Van der Meulen & Zonen', 'administratie@vandermeulen.example', 'Leeuwarden', null],
  ['Anna Jansen', 'anna.jansen@example.com', 'Amsterdam', '+31612345678'],
  ['Cafe Het Oude Veerhuis', 'cafe@oudeveerhuis.example', 'Kampen', null],
  ['Müller Fahrräder GmbH', 'kontakt@mueller-fahrraeder.example', 'Emden', '+494921123456'],
] as const

export async function aCatalog(running: TestApp): Promise<Catalog> {
  const tenant = await running.tenant({ name: 'Watersport De Zilvermeeuw' })
  const customers: Customer[] = []
  for (const [name, email, city, phone] of people)
    customers.push(
      await createCustomer(tenant.ctx(), {
        name,
        email,
        city,
        phone,
        address: 'Dorpsstraat 12',
        zipCode: '1234 AB',
        countryCode: city === 'Emden' ? 'DE' : 'NL',
      }),
    )
  const [customer, other] = [customers[0]!, customers[1]!]
  await createCustomerGroup(tenant.ctx(), 'Maintenance contract', [customer.id, other.id])
  await createCustomerGroup(tenant.ctx(), 'Youth team', [])
  const line = { description: 'Winter storage', netCents: 45_000, vatRate: 21 as const }
  await createInvoice(tenant.ctx(), {
    customerId: customer.id,
    externalNumber: '2026-118',
    issuedOn: '2026-10-01',
    dueOn: '2026-10-31',
    lines: [{ ...line, amountCents: 54_450 }],
  })
  const offer = async (number: string, customerId: string, expiresOn: string) =>
    createManualOffer(tenant.ctx(), {
      customerId,
      number,
      issuedOn: '2026-11-01',
      expiresOn,
      lines: [line, { description: 'Antifouling', netCents: 18_950, vatRate: 21 }],
    })
  const open = await offer('2026-041', customer.id, '2099-12-31')
  await rejectOffer(tenant.ctx(), (await offer('2026-042', other.id, '2099-12-31')).id, tenant.ctx().now)
  await offer('2026-043', customers[2]!.id, '2026-11-10')
  const meet = (
    name: string,
    day: string,
    from: string,
    to: string,
    status: 'pending' | 'scheduled',
    i: number,
  ) =>
    scheduleAppointment(tenant.ctx(), {
      name,
      startsAt: new Date(`${day}T${from}:00+01:00`),
      endsAt: new Date(`${day}T${to}:00+01:00`),
      customerId: customers[i]!.id,
      attendee: { name: undefined, email: undefined },
      status,
      onlineMeetingLink: null,
    })
  await meet('Intake winter storage', '2026-11-23', '09:00', '10:00', 'scheduled', 0)
  await meet('Engine check', '2026-11-24', '13:30', '15:00', 'scheduled', 2)
  await meet('Renewal of the contract', '2026-11-26', '11:00', '11:30', 'pending', 1)
  const directory = await createDirectory(tenant.ctx(), 'Contracts', null)
  await createDirectory(tenant.ctx(), 'Photos', null)
  const file = await addFile(tenant.ctx(), await anUpload(tenant), null)
  await addFile(tenant.ctx(), await anUpload(tenant), directory.id)
  await createFileRequest(tenant.ctx(), {
    name: 'Insurance papers',
    description: 'We need them before the boat goes into the hall.',
    customerId: customer.id,
    directoryId: directory.id,
    requestedFiles: [
      { name: 'Policy', description: null, required: true, maxSizeKb: 10_240 },
      { name: 'Photo of the hull', description: 'From the side', required: false, maxSizeKb: 10_240 },
    ],
  })
  await createFileShare(tenant.ctx(), [directory, file], customer.id)
  await createFileShare(tenant.ctx(), [file], null)
  const contract = await aDocument()
  const agreement = await createAgreement(tenant.ctx(), tenant.storage, {
    name: 'Winter storage 2026–2027',
    signerName: 'Olga Smit',
    signature: parseSignature(aSignature, 'signature'),
    signers: [
      { firstName: 'Piet', lastName: 'de Vries', email: people[0][1], shouldIdentify: true },
      { firstName: 'Dirk Jan', lastName: 'Bakker', email: 'dj.bakker@domain.com', shouldIdentify: false },
    ],
    documents: [await anUpload(tenant, contract.content, contract.filename, contract.type)],
  })
  return {
    tenant,
    customerId: encodeId('customer', customer.id),
    offerId: encodeId('offer', open.id),
    agreementId: encodeId('agreement', agreement.id),
  }
}
