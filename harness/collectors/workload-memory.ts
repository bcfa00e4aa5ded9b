import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'

/** What a running container has in memory that cannot be dropped. */
export interface WorkloadMemory {
  readonly container: string
  readonly bytes: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    workloadMemory: readonly WorkloadMemory[]
  }
}

/** @source docker-inspect(1), cgroup v2 or v1: what is used without files that may be dropped */
export const workloadMemory = hostCollector('workloadMemory', {
  where: (host, inventory) => host.vmid !== undefined && hasEngine(host, inventory),
  // The cgroup is where the process is, whatever driver the engine has.
  command: `l=$(docker ps -q --no-trunc) || exit; for i in $l; do n=$(docker inspect --type container --format '{{.Name}} {{.State.Pid}}' "$i") || exit; p=\${n##* }; n=\${n% *}; g=$(sed -nE 's/^[0-9]+:memory:/memory /p; s/^0::/unified /p' "/proc/$p/cgroup" | sort | sed -n 1p) || exit; k=\${g%% *}; g=\${g#* }; case $g in *"$i".scope*) g=\${g%%"$i"*}$i.scope;; *"$i"*) g=\${g%%"$i"*}$i;; esac; if [ "$k" = memory ]; then c=/sys/fs/cgroup/memory$g; m=$(cat "$c/memory.usage_in_bytes") && f=$(awk '/^total_(in)?active_file / { n += $2 } END { printf "%.0f\\n", n }' "$c/memory.stat") || exit; else c=/sys/fs/cgroup$g; m=$(cat "$c/memory.current") && f=$(awk '/^(in)?active_file / { n += $2 } END { printf "%.0f\\n", n }' "$c/memory.stat") || exit; fi; echo "memory \${n#/} $((m - f))"; done; echo listed`,
  parse: ({ stdout }): readonly WorkloadMemory[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed')
      throw new Unseen('cut short', 'the list of running containers has no end')
    return lines.map((line) => {
      const [, container, bytes] = /^memory (\S+) (-?\d+)$/.exec(line) ?? []
      if (!container || bytes === undefined)
        throw new Unseen('not understood', 'the memory of a container is not told as it should be')
      return { container, bytes: Math.max(0, Number(bytes)) }
    })
  },
})
