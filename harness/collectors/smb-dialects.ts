import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import {
  type Attempt,
  accountsOf,
  attemptsOf,
  serverAddress,
  smbOf,
  tries,
  triesAccounts,
} from './smb/attempt.ts'
import { censusOf } from './smb/census-of.ts'

/** Whether the server takes part in one dialect, when no other is offered. */
export interface SmbDialect {
  readonly dialect: (typeof DIALECTS)[number]
  readonly isSpoken: boolean
  /** What stopped it; absent where nothing did. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Each dialect offered alone. Complete when each could be told and an account got in with the newest. */
    smbDialects: Census<SmbDialect>
  }
}

const DIALECTS = ['NT1', 'SMB2_02', 'SMB2_10', 'SMB3_00', 'SMB3_02', 'SMB3_11'] as const

/**
 * Dialects on the wire, whatever a configuration says. The client would refuse old ones by itself,
 * hence its own lower limit is set as well.
 *
 * @source smbclient(1) of Samba 4.17
 */
export const smbDialects = hostCollector('smbDialects', {
  where: triesAccounts,
  timeoutSeconds: 90,
  command: (host, inventory) => {
    const smb = smbOf(inventory)
    const server = serverAddress(host, inventory)
    const [share] = smb.shares
    const account = word(Object.keys(share?.accounts ?? {})[0] ?? accountsOf(smb)[0] ?? '')
    return tries(
      DIALECTS.map(
        (dialect) =>
          `${dialect} -A ${word(smb.credentials)}/${account}.cred -m ${dialect} --option='client min protocol=${dialect}' //${server}/${word(share?.name ?? '')} -c 'cd .'`,
      ),
    )
  },
  parse: ({ stdout }): Census<SmbDialect> => {
    const told = attemptsOf(stdout).map(spokenOf)
    const isWell = told.some(
      (one) =>
        typeof one !== 'string' &&
        one.dialect === 'SMB3_11' &&
        one.status === undefined &&
        one.isSpoken,
    )
    const gap = 'nobody got in with SMB3_11 in the same run: a refusal of others says nothing'
    return censusOf(isWell ? told : [gap, ...told])
  },
})

const REFUSALS = [
  'NT_STATUS_NOT_SUPPORTED',
  'NT_STATUS_INVALID_NETWORK_RESPONSE',
  'NT_STATUS_CONNECTION_RESET',
  'NT_STATUS_CONNECTION_DISCONNECTED',
]

function spokenOf({ label: [name = ''], exit, stops }: Attempt): SmbDialect | string {
  const dialect = DIALECTS.find((known) => known === name)
  if (!dialect) return `${name} is no dialect we asked for`
  const [stop] = stops
  if (!stop)
    return exit === 0
      ? { dialect, isSpoken: true }
      : `${dialect}: smbclient ended with ${exit} and said nothing that is understood`
  const { step, status } = stop
  if (step === 'protocol negotiation' && REFUSALS.includes(status))
    return { dialect, isSpoken: false, status }
  if (step === 'session setup' || step === 'tree connect')
    return { dialect, isSpoken: true, status }
  return `${dialect}: ${status} at ${step}, which is no refusal of a dialect`
}
