import type { Instant } from '../../kernel/time.ts'
import type { EndpointAuth } from './endpoint.ts'

export const fieldTypes = ['text', 'number', 'checkbox', 'date', 'choice'] as const

export interface FormField {
  name: string
  label: string
  type: (typeof fieldTypes)[number]
  required: boolean
  /** Of a choice. */
  options: string[]
}

export const sendMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A form that customers fill in. What they send goes to the company's software, or is stored here, and mailed if asked. */
export interface Form {
  id: string
  title: string
  fields: FormField[]
  /** Null: stored here. */
  sendUrl: string | null
  sendMethod: (typeof sendMethods)[number] | null
  /** Who gets a mail of what is stored; null where nobody does, or where it goes to an endpoint. */
  sendEmail: string | null
  prefillUrl: string | null
  prefillMethod: 'GET' | 'POST' | null
  auth: EndpointAuth['type']
  createdAt: Instant
}

export type NewForm = Omit<Form, 'id' | 'createdAt' | 'auth'> & { auth: EndpointAuth }

export type FormValue = string | number | boolean | null
export type FormValues = Record<string, FormValue>

/** How form and customer are called in the requests: the ids of `/v1`. */
export interface FormNames {
  form: string
  customer: string
}

export interface Submission {
  id: string
  customerId: string
  values: FormValues
  createdAt: Instant
}
