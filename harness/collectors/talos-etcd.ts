import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { endpointsOf, enter, nodesOf } from './talos/ask.ts'
import { bytesOf, tableOf } from './talos/table.ts'

/** The store of the cluster, as its members tell. */
export interface TalosEtcd {
  readonly members: readonly {
    readonly id: string
    readonly hostname: string
    /** A learner does not vote. */
    readonly isLearner: boolean
  }[]
  readonly statuses: readonly {
    readonly member: string
    readonly leader: string
    readonly databaseBytes: number
    readonly inUseBytes: number
    /** Absent when there is none. */
    readonly errors?: string
  }[]
  /** `NOSPACE`, `CORRUPT`. */
  readonly alarms: readonly { readonly member: string; readonly alarm: string }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosEtcd: TalosEtcd
  }
}

/** @source talosctl etcd members, etcd status, etcd alarm list; role os:reader */
export const talosEtcd = hostCollector('talosEtcd', {
  where: ({ name }, { talos }) => talos?.host === name,
  timeoutSeconds: 60,
  command: (_, inventory) => {
    const [first] = nodesOf(inventory, 'controlplane')
    return `${enter(inventory)} o=$(q ${word(first?.address ?? '')} etcd members) || exit; echo members; printf '%s\\n' "$o"; o=$(q ${endpointsOf(inventory)} etcd status) || exit; echo status; printf '%s\\n' "$o"; o=$(q ${word(first?.address ?? '')} etcd alarm list) || exit; echo alarms; printf '%s\\n' "$o"; echo ended`
  },
  parse: ({ stdout }): TalosEtcd => {
    const [, members, status, alarms] =
      /^members\n([\s\S]*?)\nstatus\n([\s\S]*?)\nalarms\n([\s\S]*)ended\n?$/.exec(stdout) ?? []
    if (members === undefined || status === undefined || alarms === undefined)
      throw new Unseen('cut short', 'etcd did not say all')
    return {
      members: tableOf(members, ['ID', 'HOSTNAME', 'LEARNER']).map((row) => ({
        id: row.ID ?? '',
        hostname: row.HOSTNAME ?? '',
        isLearner: row.LEARNER !== 'false',
      })),
      statuses: tableOf(status, ['MEMBER', 'DB SIZE', 'IN USE', 'LEADER', 'ERRORS']).map((row) => ({
        member: row.MEMBER ?? '',
        leader: row.LEADER ?? '',
        databaseBytes: bytesOf(row['DB SIZE'] ?? '', 'size of the database'),
        inUseBytes: bytesOf(row['IN USE'] ?? '', 'used part of the database'),
        ...(row.ERRORS ? { errors: row.ERRORS } : {}),
      })),
      alarms:
        alarms.trim() === ''
          ? []
          : tableOf(alarms, ['MEMBER', 'ALARM']).map((row) => ({
              member: row.MEMBER ?? '',
              alarm: row.ALARM ?? '',
            })),
    }
  },
})
