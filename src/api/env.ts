import type { Logger } from 'pino'
import type { Role } from '#record/membership'
import type { Store } from '#store/store'
import type { Scope } from './permission.ts'

/** Who is asking. */
export type Caller = Anonymous | BySession | ByToken

export interface Anonymous {
  kind: 'anonymous'
}

interface Person {
  userId: string
  name: string
  email: string
  /** Administrator of the whole installation. */
  administrator: boolean
  /** Role by office id; offices that the person has left are absent. */
  roles: ReadonlyMap<string, Role>
}

export interface BySession extends Person {
  kind: 'session'
  sessionId: string
  csrf: string
}

export interface ByToken extends Person {
  kind: 'token'
  tokenId: string
  scopes: readonly Scope[]
}

/** The office of the path and the caller's role in it. */
export interface OfficeInUse {
  officeId: string
  slug: string
  nameKo: string
  nameEn: string
  timeZone: string
  /** What the caller is here; null for a stranger. */
  role: Role | null
}

/** What every handler finds in its context. */
export interface ApiEnv {
  Variables: {
    store: Store
    log: Logger
    caller: Caller
    office: OfficeInUse
    requestId: string
    /** How the person reached us, such as `https://gusul.city.example`; for links and Secure cookies. */
    origin: string
    /** The caller's network address, where known. */
    address: string | null
    /** The moment of the request, so that one request has one now. */
    now: Date
  }
}
