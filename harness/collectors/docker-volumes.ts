import { hostCollector } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'
import { MASK } from './text/mask.ts'

/** A volume of a Docker engine. */
export interface DockerVolume {
  readonly name: string
  /** `local`, or the plug-in that makes it. */
  readonly driver: string
  /** Options of the driver, e.g. `type`, `device`, `o`; passwords hidden. */
  readonly options: Readonly<Record<string, string>>
  /** Where its data is on the host, links followed. */
  readonly path: string
  /** Compose project that it was made for; absent when it was made otherwise. */
  readonly project?: string
  /** Its name in the compose file. */
  readonly key?: string
  /** Whether its label says that it may be lost. */
  readonly isEphemeral: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    dockerVolumes: readonly DockerVolume[]
  }
}

const LABEL = 'com.docker.compose'
const FIELDS = `"name":{{json .Name}},"driver":{{json .Driver}},"options":{{json .Options}},"path":{{json .Mountpoint}},"project":{{json (index .Labels "${LABEL}.project")}},"key":{{json (index .Labels "${LABEL}.volume")}},"ephemeral":{{json (index .Labels "ephemeral")}}`

/** @source docker-volume(1), Engine 20.10 or later */
export const dockerVolumes = hostCollector('dockerVolumes', {
  where: hasEngine,
  command: `v=$(docker volume ls -q) || exit; for n in $v; do j=$(docker volume inspect --format '{${FIELDS}}' "$n") || exit; p=$(docker volume inspect --format '{{.Mountpoint}}' "$n") || exit; printf '%s\\n' "$j" | sed -E '${MASK}'; p=$(readlink -f "$p") || p=; echo "$p"; done; echo listed`,
  parse: ({ stdout }): readonly DockerVolume[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of volumes has no end')
    return lines.flatMap((line, i) => (i % 2 === 0 ? [volumeOf(line, lines[i + 1])] : []))
  },
})

function volumeOf(line: string, real: string | undefined): DockerVolume {
  const row = object(parseJson(line, 'docker volume inspect'), 'a volume')
  if (real === undefined) throw new Unseen('cut short', 'the place of a volume is missing')
  const options = row.options === null ? {} : object(row.options, 'Options of a volume')
  const label = (key: 'project' | 'key') =>
    row[key] ? { [key]: text(row[key], `${key} of a volume`) } : {}
  return {
    name: text(row.name, 'Name of a volume'),
    driver: text(row.driver, 'Driver of a volume'),
    options: Object.fromEntries(
      Object.entries(options).map(([key, value]) => [key, text(value, `option ${key}`)]),
    ),
    // Without a folder it is not made yet, or a plug-in keeps it elsewhere.
    path: real === '' ? text(row.path, 'Mountpoint of a volume') : real,
    ...label('project'),
    ...label('key'),
    isEphemeral: row.ephemeral === 'true',
  }
}
