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

/** What one account can do in one share. */
export interface SmbRight {
  readonly account: string
  readonly share: string
  /** `connect`: let in, but shown nothing; the modes of files alone stop it. */
  readonly right: 'none' | 'connect' | 'ro' | 'rw'
  /** What stopped it; absent where nothing did. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every account of the inventory in every share of it. Complete when each pair could be told. */
    smbMatrix: Census<SmbRight>
  }
}

/**
 * The matrix of accounts and shares, measured. Nothing is written: an account that may write may rename
 * the folder for probes (`p.smb.probe_dir`, default `.verify`) to its own name, which changes nothing;
 * one that may not is refused, by the share as well as by the modes of files.
 *
 * @source smbclient(1) of Samba 4.17, one credentials file per account
 */
export const smbMatrix = hostCollector('smbMatrix', {
  where: triesAccounts,
  timeoutSeconds: 120,
  command: (host, inventory) => {
    const smb = smbOf(inventory)
    const server = serverAddress(host, inventory)
    const probe = word(String(inventory.parameters['p.smb.probe_dir'] ?? '.verify'))
    const from = word(smb.credentials)
    return tries(
      accountsOf(smb).flatMap((account) =>
        smb.shares.map(
          ({ name }) =>
            `'${word(account)} ${word(name)}' -A ${from}/${word(account)}.cred -m SMB3 //${server}/${word(name)} -c 'ls ${probe};rename ${probe} ${probe}'`,
        ),
      ),
    )
  },
  parse: ({ stdout }): Census<SmbRight> => {
    const told = attemptsOf(stdout).map(rightOf)
    const reached = new Set(
      told.flatMap((one) => (typeof one === 'string' || one.right === 'none' ? [] : [one.share])),
    )
    return censusOf(
      told.map((one) =>
        typeof one === 'string' || reached.has(one.share) || LOCKED.includes(one.status ?? '')
          ? one
          : `nobody reached ${one.share} in this run, so that its refusals say nothing about accounts`,
      ),
    )
  },
})

/** The account is known and let in nowhere: an answer, unlike a wrong password. */
const LOCKED = [
  'NT_STATUS_ACCOUNT_DISABLED',
  'NT_STATUS_ACCOUNT_LOCKED_OUT',
  'NT_STATUS_ACCOUNT_EXPIRED',
  'NT_STATUS_ACCOUNT_RESTRICTION',
  'NT_STATUS_PASSWORD_EXPIRED',
  'NT_STATUS_PASSWORD_MUST_CHANGE',
]
const REFUSED = ['NT_STATUS_ACCESS_DENIED', 'NT_STATUS_BAD_NETWORK_NAME']
const PROTECTED = ['NT_STATUS_ACCESS_DENIED', 'NT_STATUS_MEDIA_WRITE_PROTECTED']

/** The right that a try shows, or why it shows none. */
function rightOf({ label: [account = '', share = ''], exit, stops }: Attempt): SmbRight | string {
  const [stop, ...others] = stops
  if (!stop) {
    if (exit === 0) return { account, share, right: 'rw' }
    return `${account} in ${share}: smbclient ended with ${exit} and said nothing that is understood`
  }
  const { step, status } = stop
  const cell = (right: SmbRight['right']): SmbRight => ({ account, share, right, status })
  const isAlone = others.length === 0
  if (step === 'session setup' && LOCKED.includes(status)) return cell('none')
  if (step === 'tree connect' && REFUSED.includes(status)) return cell('none')
  if (step === 'listing' && status === 'NT_STATUS_ACCESS_DENIED') return cell('connect')
  if (step === 'renaming' && isAlone && PROTECTED.includes(status)) return cell('ro')
  if (step === 'listing' || step === 'renaming')
    return `${account} in ${share}: ${status} while ${step} the folder for probes; make it, readable by every account of the share`
  return `${account} in ${share}: ${status} at ${step}; look at the credentials file of ${account}, and at the server`
}
