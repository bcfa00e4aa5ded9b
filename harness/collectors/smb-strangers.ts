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

/** What became of somebody who has no account. */
export interface SmbStranger {
  /** `anonymous` without a name, `guest` and `nobody` by these names, `unknown` by one that no system has. */
  readonly as: string
  /** Share that was tried, or `list` for the list of shares. */
  readonly at: string
  readonly isRefused: boolean
  /** What stopped it; absent where nothing did. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Sessions without an account. Complete when each could be told, and an account got through in the same run. */
    smbStrangers: Census<SmbStranger>
  }
}

const CONTROL = 'control'
const STRANGERS: readonly (readonly [as: string, login: string])[] = [
  ['anonymous', '-N -U %'],
  ['guest', '-N -U guest%'],
  ['nobody', '-N -U nobody%'],
  ['unknown', '-N -U plumbline-nobody%'],
]

/**
 * Whether the server lets strangers in. Only the session counts as refused: who may log on and is then
 * denied every share has logged on.
 *
 * @source smbclient(1) of Samba 4.17
 */
export const smbStrangers = hostCollector('smbStrangers', {
  where: triesAccounts,
  timeoutSeconds: 120,
  command: (host, inventory) => {
    const smb = smbOf(inventory)
    const server = serverAddress(host, inventory)
    const [account = ''] = accountsOf(smb)
    const known = `-A ${word(smb.credentials)}/${word(account)}.cred`
    return tries([
      `'${CONTROL} ${word(account)}' ${known} -m SMB3 -L //${server}`,
      ...STRANGERS.flatMap(([as, login]) => [
        `'${as} list' ${login} -m SMB3 -L //${server}`,
        ...smb.shares.map(
          ({ name }) => `'${as} ${word(name)}' ${login} -m SMB3 //${server}/${word(name)} -c 'ls'`,
        ),
      ]),
    ])
  },
  parse: ({ stdout }): Census<SmbStranger> => {
    const [control, ...others] = attemptsOf(stdout)
    const [kind, account = ''] = control?.label ?? []
    const isWell = kind === CONTROL && control?.exit === 0 && control.stops.length === 0
    const gap = `${account}, who has an account, could not list the shares either: refusals say nothing`
    return censusOf([...(isWell ? [] : [gap]), ...others.map(outcomeOf)])
  },
})

const REFUSALS = [
  'NT_STATUS_ACCESS_DENIED',
  'NT_STATUS_LOGON_FAILURE',
  'NT_STATUS_ACCOUNT_DISABLED',
  'NT_STATUS_NO_SUCH_USER',
]

function outcomeOf({ label: [as = '', at = ''], exit, stops }: Attempt): SmbStranger | string {
  const [stop] = stops
  if (!stop)
    return exit === 0
      ? { as, at, isRefused: false }
      : `${as} at ${at}: smbclient ended with ${exit} and said nothing that is understood`
  const { step, status } = stop
  if (step === 'session setup' && REFUSALS.includes(status))
    return { as, at, isRefused: true, status }
  if (step === 'tree connect' || step === 'listing') return { as, at, isRefused: false, status }
  return `${as} at ${at}: ${status} at ${step}, which is no refusal`
}
