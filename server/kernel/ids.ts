import { v7, validate } from 'uuid'

/** A new UUIDv7 (RFC 9562): later ids sort after earlier ones, also within a millisecond of one process. */
export const newId = (): string => v7()

export const isUuid = validate
