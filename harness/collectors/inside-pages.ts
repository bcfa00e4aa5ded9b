import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { FETCH } from './tunnel/perl.ts'

/** What one page of a service said, asked inside its own container: no proxy and no namesake can answer for it. */
export interface InsidePage {
  readonly service: string
  readonly path: string
  /** Absent when no HTTP answer came; `error` then says why. */
  readonly status?: number
  /** In one line, line breaks as blanks; the first 8 KiB. */
  readonly body?: string
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** One for each page of `placement.health` whose service is on this host. */
    insidePages: readonly InsidePage[]
  }
}

const KEPT_CHARACTERS = 8192

/** @source GET over plain HTTP by perl, in the network namespace of the container by nsenter(1), as root */
export const insidePages = hostCollector('insidePages', {
  where: (host, inventory) => pagesOf(host, inventory).length > 0,
  timeoutSeconds: 90,
  command: (host, inventory) =>
    [
      ...pagesOf(host, inventory).map(
        ({ service, container, name, port, path }) =>
          `echo "page ${word(service)} ${word(path)}"; p=$(docker inspect --type container --format '{{.State.Pid}}' ${word(container)} 2>/dev/null) || p=0; if [ "$p" = 0 ]; then echo '127.0.0.1 ${word(path)} error it does not run'; else nsenter -t "$p" -n perl -e '${FETCH}' ${word(name)} 127.0.0.1,${port},${word(path)} || exit; fi;`,
      ),
      'echo asked',
    ].join(' '),
  parse: ({ stdout }, host, inventory): readonly InsidePage[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'asked') throw new Unseen('cut short', 'the list of pages has no end')
    return pagesOf(host, inventory).map(({ service, path }) => {
      const at = lines.indexOf(`page ${service} ${path}`)
      const [, status, rest = ''] =
        /^127\.0\.0\.1 \S+ (\d+|error) ?(.*)$/.exec(lines[at + 1] ?? '') ?? []
      if (at < 0 || status === undefined)
        throw new Unseen('not understood', `nobody noted what ${service} answered`)
      return status === 'error'
        ? { service, path, error: rest }
        : { service, path, status: Number(status), body: rest.trim().slice(0, KEPT_CHARACTERS) }
    })
  },
})

const pagesOf = ({ name: on }: Host, { placement, services }: Inventory) =>
  (placement?.health ?? []).flatMap(({ service, port, path, name = 'localhost' }) => {
    const found = services.find((one) => one.name === service && one.host === on)
    return found ? [{ service, port, path, name, container: found.container ?? found.name }] : []
  })
