import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type IdRange, rangeOf } from './text/id-map.ts'

/** Which users of the machine below the users of this host are; for a container, seen from inside. */
export interface UserNamespace {
  readonly users: readonly IdRange[]
  readonly groups: readonly IdRange[]
  /** `pid:[4026532862]`: proof of which container we are in. */
  readonly pidNamespace: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    userNamespace: UserNamespace
  }
}

/** @source user_namespaces(7), pid_namespaces(7) */
export const userNamespace = hostCollector('userNamespace', {
  roles: ['service', 'monitoring'],
  command:
    'sed "s/^/uid /" /proc/self/uid_map && sed "s/^/gid /" /proc/self/gid_map && n=$(readlink /proc/self/ns/pid) && echo "ns $n"',
  parse: ({ stdout }): UserNamespace => {
    const lines = stdout.split('\n').filter(Boolean)
    const after = (key: string) =>
      lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
    const [users, groups] = [after('uid').map(rangeOf), after('gid').map(rangeOf)]
    const [pidNamespace] = after('ns')
    if (users.length === 0 || groups.length === 0 || !pidNamespace?.startsWith('pid:['))
      throw new Unseen('not understood', 'the id maps or the namespace are missing')
    return { users, groups, pidNamespace }
  },
})
