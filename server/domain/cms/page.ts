import type { Instant } from '../../kernel/time.ts'
import type { EndpointAuth } from './endpoint.ts'

/** A part of a page: fixed, or made by the company's software for each customer. */
export type Block =
  | { kind: 'text'; html: string }
  | { kind: 'dynamic'; url: string; auth: EndpointAuth['type']; sealed: string }

export interface Page {
  id: string
  title: string
  blocks: Block[]
  createdAt: Instant
}

/** What is sealed of a dynamic block. */
export interface BlockSecrets {
  /** With which the company's software signs what it answers. */
  checksumKey: string
  auth: EndpointAuth
}

/** What both kinds may be made of. */
export type NewBlock =
  { kind: 'text'; html: string } | { kind: 'dynamic'; url: string; checksumKey: string; auth: EndpointAuth }

export interface NewPage {
  title: string
  blocks: NewBlock[]
}
