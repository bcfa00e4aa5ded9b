import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** An installed package. */
export interface Package {
  readonly name: string
  /** Of the software itself, without the revision of the distribution, e.g. `4.17.12`. */
  readonly version: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Which of the packages of the platform's own technologies are installed. */
    packages: readonly Package[]
  }
}

const ASKED = 'snapraid mergerfs samba docker.io docker-ce prometheus'

/**
 * Versions by the package manager: programs do not all know theirs (Debian's snapraid says `vnone`).
 *
 * @source dpkg-query(1), whose status only says that some of them are not installed
 */
export const packages = hostCollector('packages', {
  where: ({ role }, { profiles }) =>
    profiles.includes('zero-trust') && /^(compute|storage|monitoring)$/.test(role),
  command: `command -v dpkg-query >/dev/null || exit 127; dpkg-query -W -f '\${db:Status-Abbrev} \${Package} \${Version}\\n' ${ASKED} 2>/dev/null; [ $? -le 1 ] || exit 2; echo listed`,
  parse: ({ stdout }): readonly Package[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of packages has no end')
    return lines.filter((line) => line.startsWith('ii ')).map(packageOf)
  },
})

function packageOf(line: string): Package {
  const [, name, version] = /^ii +(\S+) (?:\d+:)?([\d.]+)\S*$/.exec(line) ?? []
  if (name === undefined || version === undefined)
    throw new Unseen('not understood', 'dpkg-query tells of a package otherwise')
  return { name, version }
}
