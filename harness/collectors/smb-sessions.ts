import { hostCollector } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { servesShares } from './smb/server.ts'

/** Somebody who is logged on to the file server now. */
export interface SmbSession {
  readonly id: string
  readonly account: string
  /** Address of the client. */
  readonly machine: string
  /** E.g. `SMB3_11`. */
  readonly dialect: string
  /** E.g. `AES-128-GCM`; absent when the session is not encrypted. */
  readonly cipher?: string
  /** E.g. `AES-128-CMAC`; absent when nothing is signed. */
  readonly signing?: string
}

/** A share that a session uses now. */
export interface SmbConnection {
  readonly share: string
  readonly account: string
  readonly machine: string
}

export interface SmbSessions {
  readonly sessions: readonly SmbSession[]
  readonly connections: readonly SmbConnection[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Who uses the file server at this moment. */
    smbSessions: SmbSessions
  }
}

/**
 * Sessions and shares in use.
 *
 * @source smbstatus(1) of Samba 4.17 or later, as root
 */
export const smbSessions = hostCollector('smbSessions', {
  where: servesShares,
  command: 'smbstatus --json',
  parse: ({ stdout }): SmbSessions => {
    const all = object(parseJson(stdout, 'smbstatus'), 'the answer of smbstatus')
    const sessions = Object.values(object(all.sessions, 'sessions')).map(sessionOf)
    const connections = Object.values(object(all.tcons, 'tcons')).map((value) => {
      const { service, session_id } = object(value, 'a connection')
      const session = sessions.find(({ id }) => id === session_id)
      if (!session) throw new Unseen('not understood', 'a connection belongs to no session')
      const { account, machine } = session
      return { share: text(service, 'service of a connection'), account, machine }
    })
    return { sessions, connections }
  },
})

function sessionOf(value: unknown): SmbSession {
  const session = object(value, 'a session')
  const cipher = object(session.encryption, 'encryption of a session').cipher
  const signing = object(session.signing, 'signing of a session').cipher
  return {
    id: text(session.session_id, 'session_id'),
    account: text(session.username, 'username of a session'),
    machine: text(session.remote_machine, 'remote_machine of a session'),
    dialect: text(session.session_dialect, 'session_dialect'),
    ...named('cipher', cipher),
    ...named('signing', signing),
  }
}

/** Samba writes `-` where there is none. */
function named<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const found = text(value, key)
  return found === '-' || found === '' ? {} : ({ [key]: found } as { [K in Key]?: string })
}
