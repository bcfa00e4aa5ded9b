import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** URL of the panel that the daemon obeys, as its configuration says. */
    wingsRemote: string
  }
}

const FILE = '/etc/pelican/config.yml'

/**
 * One value of the file, and no other: the token of the node stands in it too.
 *
 * @source `remote` in config.yml of Wings, of the machine or of the container `wings`
 */
export const wingsRemote = hostCollector('wingsRemote', {
  where: ({ name }, { games, placement }) => placement !== undefined && games?.host === name,
  command: `f=${FILE}; if [ ! -e "$f" ]; then p=$(docker inspect --type container --format '{{.State.Pid}}' wings) || exit; f=/proc/$p/root${FILE}; fi; [ -r "$f" ] || { echo "$f: not readable" >&2; exit 1; }; sed -nE "s/^remote: *[\\"']?([^\\"' ]+).*/remote \\1/p" "$f"`,
  parse: ({ stdout }): string => {
    const [, url = ''] = /^remote (\S+)\n$/.exec(stdout) ?? []
    if (!URL.canParse(url)) throw new Unseen('not understood', 'the daemon names no panel')
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  },
})
