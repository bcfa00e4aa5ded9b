import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** The definition that compose would use now, of one project. */
export interface ComposeDefinition {
  readonly project: string
  /** Files that its containers were made from, and the SHA-256 of each as it is now, hex. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
  /** Digest of each service, as compose writes it into a container that it makes. */
  readonly hashes: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface HostFacts {
    composeDefinitions: readonly ComposeDefinition[]
  }
}

/**
 * Digests only: what compose makes of a file holds the values of its environment.
 *
 * @source docker-compose-config(1) --hash, Compose 2.2 or later; sha256sum(1)
 */
export const composeDefinitions = hostCollector('composeDefinitions', {
  where: (host, inventory) => projectsOf(host, inventory).length > 0,
  timeoutSeconds: 40,
  command: (host, inventory) =>
    `for j in ${projectsOf(host, inventory).map(word).join(' ')}; do echo "project $j"; i=$(docker ps -aq --filter "label=com.docker.compose.project=$j" | head -n 1); [ -n "$i" ] || { echo "no container of $j" >&2; exit 1; }; f=$(docker inspect --type container --format '{{index .Config.Labels "com.docker.compose.project.config_files"}}' "$i" | tr ',' ' ') || exit; d=$(docker inspect --type container --format '{{index .Config.Labels "com.docker.compose.project.working_dir"}}' "$i") || exit; sha256sum $f | sed 's/^/file /' || exit; set -- --project-directory "$d" -p "$j"; for x in $f; do set -- "$@" -f "$x"; done; h=$(docker compose "$@" config --hash '*') || exit; printf '%s\\n' "$h" | sed 's/^/hash /'; done; echo listed`,
  parse: ({ stdout }): readonly ComposeDefinition[] => {
    const text = stdout.trimEnd()
    if (!text.endsWith('\nlisted'))
      throw new Unseen('cut short', 'the list of compose projects has no end')
    return text
      .slice(0, -'\nlisted'.length)
      .split(/\n(?=project )/)
      .map((block) => definitionOf(block.split('\n')))
  },
})

const projectsOf = ({ name }: Host, { placement }: Inventory): readonly string[] =>
  placement?.stacks
    .filter(
      ({ host, project }) =>
        host === name && placement.compose?.some((file) => file.project === project),
    )
    .map(({ project }) => project) ?? []

function definitionOf([head = '', ...lines]: readonly string[]): ComposeDefinition {
  const [, project] = /^project (\S+)$/.exec(head) ?? []
  const files = lines.flatMap((line) => {
    const [, sha256, path] = /^file ([0-9a-f]{64}) [ *](\/.+)$/.exec(line) ?? []
    return sha256 && path ? [{ path, sha256 }] : []
  })
  const hashes = lines.flatMap((line) => {
    const [, service, hash] = /^hash (\S+) ([0-9a-f]{64})$/.exec(line) ?? []
    return service && hash ? [[service, hash] as const] : []
  })
  const isWhole = files.length > 0 && hashes.length > 0
  if (!project || !isWhole || files.length + hashes.length !== lines.length)
    throw new Unseen('not understood', 'a compose project is not described as it should be')
  return { project, files, hashes: Object.fromEntries(hashes) }
}
