import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** The distribution that a guest runs, as it says itself. */
export interface OsRelease {
  /** E.g. `debian`; a derivative has a name of its own, whatever it is like. */
  readonly id: string
  /** E.g. `12`; absent for one that is never released, such as Debian testing. */
  readonly version?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    osRelease: OsRelease
  }
}

/** @source /etc/os-release, os-release(5) */
export const osRelease = hostCollector('osRelease', {
  where: ({ role }, { profiles }) =>
    (profiles.includes('zero-trust') && /^(compute|storage|service|monitoring)$/.test(role)) ||
    (profiles.includes('layered') && role !== 'vantage'),
  command: 'cat /etc/os-release',
  parse: ({ stdout }): OsRelease => {
    const [id, version] = ['ID', 'VERSION_ID'].map(
      (name) => new RegExp(`^${name}=["']?([\\w.-]+)["']?$`, 'm').exec(stdout)?.[1],
    )
    if (id === undefined)
      throw new Unseen('not understood', '/etc/os-release does not say which distribution it is')
    return { id, ...(version === undefined ? {} : { version }) }
  },
})
