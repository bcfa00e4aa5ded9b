import { expect, test } from 'vitest'
import { metricsIn } from './expression.ts'

test.each([
  ['up{job="node"} == 0', ['up'], []],
  ['parity_age > 26 * 3600 or absent(parity_age)', ['parity_age'], ['parity_age']],
  ['absent(mount_ok{host="vm102"}) or mount_ok == 0', ['mount_ok'], ['mount_ok']],
  ['time() - job:last:max > 3600', ['job:last:max'], []],
  ['sum by (host, disk) (rate(errors_total[5m])) > bool 0', ['errors_total'], []],
  ['a / on (host) group_left (disk) b unless c offset 1h', ['a', 'b', 'c'], []],
  ['absent_over_time(heartbeat{note="absent(up)"}[10m])', ['heartbeat'], ['heartbeat']],
  ['vector(1)', [], []],
])('%s', (query, metrics, absent) => {
  const found = metricsIn(query)
  expect([found.metrics, found.absent.map(({ metric }) => metric)]).toEqual([metrics, absent])
})

test.each([
  ['absent(up)', {}, false],
  ['absent(up{host="a", job="node"}[5m])', { host: 'a', job: 'node' }, false],
  [`absent(up{note='a) or absent(b', host=~"a|b"})`, { note: 'a) or absent(b' }, true],
  ['absent(up{host!="a"} == 1)', {}, true],
])('%s covers what it asks for', (query, labels, isNarrower) => {
  expect(metricsIn(query).absent).toEqual([{ metric: 'up', labels, isNarrower }])
})
