import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** The number that a job of the lab gave to the exporter last, and when: to be met again at every hop behind it. */
    canaryGauge: { readonly value: number; readonly at: string }
  }
}

/** @source the file `plumbline.prom` of the textfile collector of Node Exporter */
export const canaryGauge = hostCollector('canaryGauge', {
  where: ({ role }, { segments }) => role === 'monitoring' && segments !== undefined,
  command:
    'f=/var/lib/prometheus/node-exporter/plumbline.prom; t=$(stat -c %Y "$f") || exit; v=$(sed -n "s/^plumbline_canary //p" "$f") || exit; echo "gauge $v $t"',
  parse: ({ stdout }) => {
    const [, value, at] = /^gauge ([\d.e+]+) (\d{9,11})$/.exec(stdout.trim()) ?? []
    if (!value) throw new Unseen('not understood', 'the file holds no number of its own')
    return { value: Number(value), at: new Date(Number(at) * 1000).toISOString() }
  },
})
