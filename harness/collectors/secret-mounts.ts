import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isComposed } from './docker/composed.ts'

/** A secret that a container gets as a file below /run/secrets, and the file of the host behind it. */
export interface SecretMount {
  readonly container: string
  readonly destination: string
  readonly source: string
  readonly isWritable: boolean
  /** Octal mode of the source; absent when it is no file of the host, as secrets of Swarm are not. */
  readonly mode?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    secretMounts: readonly SecretMount[]
  }
}

/** @source docker-inspect(1), stat(1) */
export const secretMounts = hostCollector('secretMounts', {
  where: isComposed,
  command:
    'i=$(docker ps -aq --no-trunc) || exit; l=; [ -z "$i" ] || l=$(docker inspect --type container --format \'{{$n := .Name}}{{range .Mounts}}{{$n}} {{.Destination}} {{.RW}} {{.Source}}{{println}}{{end}}\' $i) || exit; printf \'%s\\n\' "$l" | while read -r n d w s; do case "$d" in /run/secrets|/run/secrets/*|/var/run/secrets/*) ;; *) continue;; esac; m=-; [ ! -e "$s" ] || m=$(stat -L -c %a "$s") || exit; echo "secret ${n#/} $d $w $m $s"; done || exit; echo listed',
  parse: ({ stdout }): readonly SecretMount[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of secrets has no end')
    return lines.map((line) => {
      const [, container, destination, writable, mode, source] =
        /^secret (\S+) (\S+) (true|false) (-|[0-7]{3,4})(?: (.*))?$/.exec(line) ?? []
      if (!container || !destination || !mode)
        throw new Unseen('not understood', 'a line about a secret has another form')
      return {
        container,
        destination,
        source: source ?? '',
        isWritable: writable === 'true',
        ...(mode === '-' ? {} : { mode }),
      }
    })
  },
})
