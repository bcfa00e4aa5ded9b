import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A folder that Kustomize renders, and what came of it. Of the contents nothing is kept. */
export interface KustomizeRoot {
  readonly folder: string
  readonly exit: number
  readonly objects: readonly { readonly apiVersion: string; readonly kind: string }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    kustomizeRoots: readonly KustomizeRoot[]
  }
}

const RENDER = [
  'find kubernetes -name kustomization.yaml -o -name kustomization.yml | sort | while read -r f; do d=${f%/*};',
  'grep -q \'^kind: *Component\' "$f" && continue;',
  'echo "root $d"; o=$(kubectl kustomize "$d" 2>/dev/null); echo "exit $?";',
  "printf '%s\\n' \"$o\" | grep -E '^(apiVersion|kind): ' | paste -d ' ' - -; done; echo ended",
].join(' ')

/**
 * Renders every root as committed, in a folder of its own that is removed again. No chart is fetched and
 * no program is run for it; a component cannot be rendered alone.
 *
 * @source kubectl kustomize, git archive
 */
export const kustomizeRoots = hostCollector('kustomizeRoots', {
  where: ({ name }, { kubernetes, tofu }) => kubernetes !== undefined && tofu?.host === name,
  timeoutSeconds: 120,
  command: (_, { tofu }) =>
    `command -v kubectl >/dev/null || exit 127; t=$(mktemp -d) || exit; trap 'rm -rf "$t"' EXIT; git -c safe.directory='*' -C ${word(tofu?.repository ?? '')} archive HEAD kubernetes | tar -x -C "$t" || exit; cd "$t" || exit; ${RENDER}`,
  parse: ({ stdout }): readonly KustomizeRoot[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'not every root was rendered')
    const found: {
      folder: string
      exit: number
      objects: { apiVersion: string; kind: string }[]
    }[] = []
    for (const line of lines) {
      const [, folder] = /^root (\S+)$/.exec(line) ?? []
      const [, exit] = /^exit (\d+)$/.exec(line) ?? []
      const [, apiVersion, kind] = /^apiVersion: (\S+) kind: (\S+)$/.exec(line) ?? []
      const last = found.at(-1)
      if (folder !== undefined) found.push({ folder, exit: -1, objects: [] })
      else if (last && exit !== undefined) last.exit = Number(exit)
      else if (last && apiVersion && kind) last.objects.push({ apiVersion, kind })
      else throw new Unseen('not understood', 'a line of the rendering is none of ours')
    }
    return found
  },
})
